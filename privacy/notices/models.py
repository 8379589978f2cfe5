"""Gathers the records of the room: what we tell."""

from privacy.notices.pages import NoticeIndexPage, NoticePage, NoticeRegister

__all__ = ["NoticeIndexPage", "NoticePage", "NoticeRegister"]
