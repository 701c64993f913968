// Installs what the identity provider of the tests needs, once per lock file. Called by ./flex test.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const installed = join(here, "node_modules", ".flex-lock");
const lock = readFileSync(join(here, "package-lock.json"), "utf8");
if (!existsSync(installed) || readFileSync(installed, "utf8") !== lock) {
  const npm = spawnSync("npm", ["ci", "--ignore-scripts", "--loglevel=error", "--no-audit", "--no-fund"], { cwd: here, stdio: ["ignore", "ignore", "inherit"] });
  if (npm.status !== 0) throw new Error("npm ci failed; see the lines above. Are npm and its registry within reach?");
  writeFileSync(installed, lock);
}
