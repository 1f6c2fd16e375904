"""Solves an MPS file by native HiGHS (PyPI's highspy) and prints what it found: native-highs.py FILE GAP SECONDS."""

import json
import sys

import highspy

file, gap, seconds = sys.argv[1:]
highs = highspy.Highs()
highs.silent()
for option, value in {
    "mip_rel_gap": float(gap),
    "mip_abs_gap": 0.999,
    "time_limit": float(seconds),
    "random_seed": 1,
    "threads": 1,
}.items():
    highs.setOptionValue(option, value)
highs.readModel(file)
highs.run()
info = highs.getInfo()
print(
    json.dumps(
        {
            "solved": highs.getModelStatus() == highspy.HighsModelStatus.kOptimal,
            "value": info.objective_function_value,
            "bound": info.mip_dual_bound if info.mip_node_count >= 0 else info.objective_function_value,
        }
    )
)
