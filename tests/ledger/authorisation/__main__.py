import csv
import sys
from pathlib import Path

from tests.ledger.authorisation.table import computed

csv.writer(sys.stdout, lineterminator="\n").writerows(computed(Path(sys.argv[1])))
