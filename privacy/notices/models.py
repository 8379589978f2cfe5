"""Gathers the records of the room: what we tell."""

from privacy.notices.index_pages import NoticeIndexPage
from privacy.notices.pages import NoticePage, NoticeRegister

__all__ = ["NoticeIndexPage", "NoticePage", "NoticeRegister"]
