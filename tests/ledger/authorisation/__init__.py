"""Who may sign what: every event tried by every role on its own, on others' and on nobody's, in a real ledger.

The answers are the table ``tests/ledger/data/authorisation.csv``: *yes*, or the code of the refusal; *-* where there is
no such case. *own* is what the signer's side is party to, *other's* the same among strangers, *nobody's* what is not
in the ledger (for an event about people: their own enterprise, another one, none). Each row starts where whoever may
sign it can.
``python -m tests.ledger.authorisation FOLDER`` prints the table as the ledger in the new FOLDER answers.
"""
