"""What people say beside the matter: a greeting, thanks, “cancel”, “help”, a lone “approved” or “received”. Pure."""

from __future__ import annotations

import re
import unicodedata

ANYWHERE = frozenset({"cancel", "help", "pin", "person", "english", "simplified", "traditional"})  # even amid a form
_SAID = {
    "cancel": "cancel/stop/quit/forget it/never mind/取消/算了/不办了/不辦了/不要了",
    "help": """
        help/help me/what can you do/how does this work/帮助/幫助/怎么用/怎麼用/能做什么/能做什麼/你能做什么/
        你能做什麼/可以做什么/可以做什麼""",
    "greeting": """
        hello/hi/hey/hey there/hello there/hi there/good morning/good afternoon/good evening/who are you/
        whats this/what is this/yo/yo whats this/你好/您好/你好呀/您好呀/在吗/在嗎/嗨/哈喽/哈囉/早/早安/
        早上好/下午好/晚上好/你是谁/你是誰/您是谁/您是誰/这是什么/這是什麼/喂""",
    "thanks": """
        thanks/thank you/thx/ty/many thanks/thanks a lot/thank you very much/ok/okay/ok thanks/fine/great/
        got it/bye/goodbye/谢谢/謝謝/多谢/多謝/谢谢你/謝謝你/谢谢您/謝謝您/唔該/好/好的/好吧/知道了/明白/
        明白了/嗯/收到谢谢/收到謝謝/再见/再見""",
    "approve": "approve/approved/i approve/ok approve/批准/同意/通过/通過/我同意/我批准",
    "return": "return it/send it back/退回/驳回/駁回/不同意/不批准",
    "receive": """
        received/money received/it has arrived/the money has arrived/money arrived/收到了/收到款了/收到钱了/
        收到錢了/钱到了/錢到了/已收到/已到账/已到帳/到账了/到帳了""",
    "list": """
        todo/to do/what is waiting/whats waiting/what should i do/what do i have to do/anything for me/
        anything waiting/did they answer/have they answered/any answer/待办/待辦/待办事项/待辦事項/有待办吗/
        有待辦嗎/我要做什么/我要做什麼/有什么要我处理的/有什么要我处理的吗/有什麼要我處理的/
        有什麼要我處理的嗎/要处理什么/要處理什麼/他们回复了吗/他們回覆了嗎/对方回复了吗/對方回覆了嗎/
        他们答复了吗/他們答覆了嗎""",
    "pin": """
        forgot pin/forgot my pin/i forgot my pin/i forgot the pin/lost my pin/忘记密码/忘記密碼/忘记密码了/
        忘記密碼了/密码忘了/密碼忘了/忘了密码/忘了密碼/忘记pin/忘記pin/忘了pin/pin忘了/pin 忘了""",
    "person": """
        human/operator/talk to a human/can i talk to a human/real person/customer service/人工/人工客服/
        转人工/轉人工/客服/真人""",
    "english": """
        english/english please/switch to english/switch to english please/英文/
        说英文/說英文""",
    "simplified": "简体/简体中文/说中文/chinese please",
    "traditional": "繁體/繁體中文/繁体/繁体中文",
}


def _plain(words: str) -> str:
    line = unicodedata.normalize("NFKC", words).lower().replace("’", "").replace("'", "")
    return re.sub(r"[\s.,;:!?~。、…-]+", " ", line).strip()


_MEANT = {_plain(each): kind for kind, listed in _SAID.items() for each in listed.split("/")}


def meant(words: str) -> str | None:
    """What a message that is nothing but small talk wants; None for any other."""
    line = _plain(words)
    return _MEANT.get(line) or _MEANT.get(re.sub(r"(?:[啊呀啦吧哦]| please| pls)$", "", line))
