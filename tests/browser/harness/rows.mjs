// The server's rows, read beside it: a test may look where the program would not.

import { execFileSync } from "node:child_process";
import path from "node:path";

const ASK = `
import sqlite3, sys
rows = sqlite3.connect("file:" + sys.argv[1] + "?mode=ro", uri=True).execute(sys.argv[2]).fetchall()
print(rows[0][0])
`;

/** One number out of the database. */
export function count(data, question) {
  const answer = execFileSync("python3", ["-c", ASK, path.join(data, "carnet.db"), question], { encoding: "utf8" });
  return Number(answer);
}
