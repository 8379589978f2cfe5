import pytest
from privacy.models import NoticePage
from tests.browser.editing import log_in, publish, write_into
from wagtail.models import Page
pytestmark = pytest.mark.browser
def test_dbg(open_browser):
  admin = log_in(open_browser, "editor")
  def resp(r):
    if r.request.method=="POST":
        try: body=r.text()[:600] if r.status==400 else ""
        except Exception as e: body=repr(e)
        print(r.status, r.url, (r.request.headers.get("accept")),body )
  admin.on("response", resp)
  admin.on("console", lambda m: print("C", m.text[:200]))
  for slug in ("tietosuojapyynto",):
    notice=Page.objects.filter(slug=slug).first()
    print("=====",slug)
    admin.goto(f"/admin/pages/{notice.pk}/edit/")
    admin.wait_for_timeout(5000)
    admin.locator("#id_title").click()
    admin.keyboard.type("x")
    admin.wait_for_timeout(10000)
    print(notice.revisions.count())
    admin.screenshot(path="/tmp/bw/dbg1.png")
  admin.goto("/admin/snippets/privacy/register/edit/1/")
  admin.wait_for_timeout(5000)
  admin.locator("#id_name").click(); admin.keyboard.type("x"); admin.wait_for_timeout(10000)
  admin.screenshot(path="/tmp/bw/dbg.png")
  print("===== collision")
  admin.goto("/admin/pages/19/edit/")
  admin.wait_for_timeout(5000)
  admin.locator("#id_title").click()
  admin.keyboard.type("x")
  admin.wait_for_timeout(500)
  publish(admin)
  admin.wait_for_timeout(2000)
  assert 0
