import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";

function packagesIn(lockFile) {
  return JSON.parse(readFileSync(lockFile, "utf8")).packages;
}

/** The Node that Parley runs on, from its own packages. */
export function pinnedNode(root) {
  const version = packagesIn(join(root, "package-lock.json"))["node_modules/node"].version;
  return { version: `v${version}`, path: join(root, "node_modules/node/bin/node") };
}

/** Whether node_modules holds every package of the lock file, at its version. */
export function areInstalled(root) {
  const record = join(root, "node_modules/.package-lock.json");
  if (!existsSync(record) || !existsSync(pinnedNode(root).path)) return false;
  const present = packagesIn(record);
  return Object.entries(packagesIn(join(root, "package-lock.json"))).every(([path, wanted]) => {
    // The root itself is no package, and what another platform needs is left out on purpose.
    if (path === "") return true;
    if (!present[path]) return Boolean(wanted.optional);
    return present[path].version === wanted.version && present[path].integrity === wanted.integrity;
  });
}

/** npm adds our own commands to PATH; while they are being replaced, npm must find the machine's Node instead. */
function pathWithoutOurs(root) {
  const ours = join(root, "node_modules");
  return (process.env.PATH ?? "").split(delimiter).filter((entry) => !entry.startsWith(ours));
}

/** Installs exactly what the lock file says, or ends the process with a sentence on what to do. */
export function installPackages(root) {
  console.log("Installing packages …");
  const arguments_ = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const { npm_node_execpath: node, npm_execpath: npm } = process.env;
  const [command, given] = node && npm && !node.startsWith(root) ? [node, [npm, ...arguments_]] : ["npm", arguments_];
  const { status } = spawnSync(command, given, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32" && command === "npm",
    env: {
      ...process.env,
      PATH: pathWithoutOurs(root).join(delimiter),
      // Prisma would fetch an engine that Parley does not use, from a host that is often out of reach.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    },
  });
  if (status === 0 && areInstalled(root)) return;
  console.error(
    "\nThe packages could not be installed; npm says why above. The first start needs the network, to reach the npm " +
      "registry; later ones do not. Run the same command again once it can be reached.",
  );
  process.exit(1);
}
