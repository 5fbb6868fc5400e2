"""The commands that lead to a signature: one line each, the way is the same for all (bot.flow)."""

from __future__ import annotations

from bot import approvals, flow, matters, register, request
from bot.arguments import LABEL
from bot.talk import Handler, Talk, handler

TEXTS = ("query", "answer")


def act(command: str) -> Handler:
    """The handler of ``/command`` for an action on a receivable."""

    @handler
    async def run(talk: Talk) -> int:
        words = talk.arguments
        rest = LABEL.sub("", words, count=1).strip(" :：,，")
        if command in TEXTS:  # what is asked or answered is not read for amounts and dates
            named = LABEL.search(words)
            return await flow.begin(talk, command, talk.desk.spoken(named[0] if named else ""), rest)
        return await flow.begin(talk, command, talk.desk.spoken(words), rest)

    return run


@handler
async def register_(talk: Talk) -> int:
    """``/register PAYER; AMOUNT; INVOICE; CONTRACT DATE; DELIVERY DATE; TERM``"""
    return await register.begin(talk, raw=talk.arguments)


@handler
async def request_(talk: Talk) -> int:
    """``/request R-0001``"""
    return await request.begin(talk, talk.desk.spoken(talk.arguments))


@handler
async def approve(talk: Talk) -> int:
    """``/approve``, ``/approve R-0001``"""
    return await approvals.begin(talk, "endorse", talk.desk.spoken(talk.arguments))


@handler
async def return_(talk: Talk) -> int:
    """``/return``, ``/return R-0001``"""
    return await approvals.begin(talk, "return", talk.desk.spoken(talk.arguments))


@handler
async def holding(talk: Talk) -> int:
    """``/holding R-0001``: where it stands in financing, and what can be done; ``/holding R-0001 offer 500k``"""
    return await matters.begin(talk, "holding", talk.arguments)


@handler
async def remedy(talk: Talk) -> int:
    """``/remedy R-0001``: demands and complaints, and what can be done; ``/remedy R-0001 demand 500k``"""
    return await matters.begin(talk, "remedy", talk.arguments)
