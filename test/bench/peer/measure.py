"""Runs a command and tells what it used: `measure.py COMMAND ARGUMENT…` prints JSON, the command's own words go to standard error."""

import json
import resource
import subprocess
import sys
import time

start = time.perf_counter()
code = subprocess.run(sys.argv[1:], stdout=sys.stderr).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(
    json.dumps(
        {
            "code": code,
            "seconds": time.perf_counter() - start,
            "cpu": used.ru_utime + used.ru_stime,
            # Kilobytes on Linux.
            "memory": used.ru_maxrss * 1024,
        }
    )
)
