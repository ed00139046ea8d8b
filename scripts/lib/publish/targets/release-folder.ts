import { dirname } from "node:path";
import type { Shell } from "./shell.ts";
import { isReleaseId } from "../release.ts";

/**
 * A folder that holds releases, here or on a server:
 *
 *     releases/<id>/site/…     what the web server shows; unchanged files are hard links to the release before
 *     releases/<id>/server/…   redirects for the web server
 *     current -> releases/<id> the switch, replaced in one rename(2)
 *     kept/…                   hashed files of all releases still here: a page opened before a switch keeps its assets
 *     incoming/<name>          a release on its way; worthless until it is renamed into releases/
 *     incoming/spare-<id>      hard links to the live release, made after the last switch, so the next publish can start
 *     .*lock                   keep switches, and sealing and tidying, out of each other's way
 */
export class ReleaseFolder {
  readonly shell: Shell;
  readonly #root: string;
  readonly #durable: boolean;

  /**
   * @param root absolute path, made where it is missing
   * @param options `durable: false` leaves it to the system when bytes reach the disk: for tests
   */
  constructor(shell: Shell, root: string, options: { readonly durable: boolean } = { durable: true }) {
    this.shell = shell;
    this.#root = root;
    this.#durable = options.durable;
  }

  /** Identity of the live release, `null` before the first. */
  async current(): Promise<string | null> {
    const link = await this.#run("mkdir -p releases kept incoming && readlink current || [ ! -e current ]");
    return link.trim() === "" ? null : link.trim().replace("releases/", "");
  }

  /** Identities of the complete releases, oldest first. */
  async list(): Promise<readonly string[]> {
    const names = await this.#run("[ ! -d releases ] || ls -1 releases");
    return names.split("\n").filter(isReleaseId).sort();
  }

  /** Text of a file of a release, `null` where it is missing. */
  async read(id: string, path: string): Promise<string | null> {
    const text = await this.#run('[ ! -f "$2" ] || { printf + && cat -- "$2"; }', [`releases/${id}/${path}`]);
    return text === "" ? null : text.slice(1);
  }

  /** Texts of all lists of a release's manifest, by file name: `4f.sha256`. */
  async readLists(id: string, folder: string): Promise<ReadonlyMap<string, string>> {
    // tail writes a line with its name before each file; no line of a list begins like that.
    const joined = await this.#run('cd "$2" && find . -name "*.sha256" -exec tail -v -n +1 {} +', [
      `releases/${id}/${folder}`,
    ]);
    const parts = joined.split(/^==> \.\/(.*) <==\n/m).slice(1);
    const names = parts.filter((_, index) => index % 2 === 0);
    return new Map(names.map((name, index) => [name, (parts[2 * index + 1] ?? "").replace(/\n\n$/, "\n")]));
  }

  /**
   * Begins a release as hard links to another (the spare copy where it is ready), or empty.
   * @returns one SHA-256 over the sorted paths of what lies there: says "nothing more, nothing less" in 64 digits
   */
  async stage(name: string, base: string | null): Promise<string> {
    const link =
      '{ mv -T "incoming/spare-$3" "incoming/$2" 2>/dev/null || cp -al "releases/$3" "incoming/$2"; }';
    const digest = 'cd "incoming/$2" && find . ! -type d -printf "%P\\n" | LC_ALL=C sort | sha256sum';
    const script = `umask 022; ${base === null ? 'mkdir "incoming/$2"' : link} && ${digest}`;
    return (await this.#run(script, [name, base ?? ""])).slice(0, 64);
  }

  /** Paths of everything but folders in a release on its way. */
  async stagedPaths(name: string): Promise<readonly string[]> {
    const text = await this.#run('cd "incoming/$2" && find . ! -type d -printf "%P\\n"', [name]);
    return text.split("\n").filter((line) => line !== "");
  }

  /** Puts changed files into a release on its way. @returns bytes that travelled */
  send(name: string, from: string): Promise<number> {
    return this.shell.copy(from, `${this.#root}/incoming/${name}`);
  }

  /** Takes files out of a release on its way, and the folders that are empty then. */
  async remove(name: string, paths: readonly string[]): Promise<void> {
    if (paths.length === 0) return;
    const input = (list: Iterable<string>): string => [...list].map((path) => `${path}\0`).join("");
    await this.#run('cd "incoming/$2" && xargs -0 rm -f --', [name], input(paths));
    const folders = new Set(paths.map((path) => dirname(path)).filter((folder) => folder !== "."));
    const prune = 'cd "incoming/$2" && xargs -0 -r rmdir -p --ignore-fail-on-non-empty -- 2>/dev/null || :';
    await this.#run(prune, [name], input(folders));
  }

  /**
   * Waits until the changed files of a release on its way are on the disk, so that a power cut after the switch loses
   * nothing. Few files are flushed one by one, many by flushing the file system.
   */
  async flush(name: string, paths: readonly string[]): Promise<void> {
    if (!this.#durable || paths.length === 0) return;
    const isFew = paths.length <= 200;
    const script = isFew ? 'cd "incoming/$2" && xargs -0 sync -- && sync .' : 'sync -f "incoming/$2"';
    await this.#run(script, [name], isFew ? paths.map((path) => `${path}\0`).join("") : "");
  }

  /** Makes a release complete: hashed files kept for readers of other releases, then one rename. */
  async seal(name: string, id: string, immutable: readonly string[]): Promise<void> {
    const script = [
      "umask 022",
      "exec 9>.kept.lock",
      "flock 9", // the tidying behind an earlier publish takes empty folders out of kept/
      'cd "incoming/$2/site"',
      "xargs -0 -r cp -lf --parents -t ../../../kept --",
      "cd ../../..",
      'mv -T "incoming/$2" "releases/$3"',
    ].join(" && ");
    await this.#run(script, [name, id], immutable.map((path) => `${path}\0`).join(""));
  }

  /**
   * Makes a release the live one, in one rename.
   * @param expected the release that must be live before; `undefined` accepts any
   * @throws Error where somebody else published meanwhile
   */
  async switchTo(id: string, expected: string | null | undefined): Promise<void> {
    const link = expected === null ? "" : `releases/${expected ?? ""}`;
    const guard = expected === undefined ? "" : '[ "$(readlink current || :)" = "$3" ] || exit 75; ';
    const swap = 'ln -sfnT "releases/$2" "current.$2" && mv -fT "current.$2" current';
    try {
      await this.#run(`[ -d "releases/$2/site" ] || exit 74; exec 9>.lock; flock 9; ${guard}${swap}`, [
        id,
        link,
      ]);
    } catch (error) {
      if (String(error).includes("(75)")) {
        throw new Error("another publish went live meanwhile; run this one again", { cause: error });
      }
      throw error;
    }
  }

  /**
   * Forgets old releases (all but the newest `keep` and the live one) and what was left half done a day ago, and makes
   * the spare copy for the next publish. Answers at once; the work goes on behind (see `tidied`).
   */
  async tidy(keep: number): Promise<void> {
    const old = (await this.list()).slice(0, -keep);
    const live = await this.current();
    const doomed = old.filter((id) => id !== live);
    await this.#run(TIDY, [live ?? ""], doomed.join("\n"));
  }

  /** Waits until the tidying behind all publishes is over. */
  async tidied(): Promise<void> {
    await this.#run("exec 9>.tidy.lock; flock -x 9");
  }

  /** Throws away a release that will not go live. */
  async discard(name: string): Promise<void> {
    await this.#run('rm -rf "incoming/$2"', [name]);
  }

  /** Runs in the root; the script's own arguments start at `$2`. */
  #run(script: string, args: readonly string[] = [], input = ""): Promise<string> {
    return this.shell.run(`mkdir -p "$1" && cd "$1" || exit 1\n${script}`, [this.#root, ...args], input);
  }
}

const TIDY = `
exec 8>.tidy.lock
flock -s 8
for id in $(cat); do mv "releases/$id" "incoming/old-$id"; done
(
  umask 022
  if mkdir "incoming/making-$2"; then
    cp -al "releases/$2/." "incoming/making-$2/" && mv -T "incoming/making-$2" "incoming/spare-$2"
  fi
  find incoming -mindepth 1 -maxdepth 1 \\( -name 'old-*' -o -name 'spare-*' ! -name "spare-$2" \\) -exec rm -rf {} +
  find incoming -mindepth 1 -maxdepth 1 -mmin +1440 ! -name 'spare-*' -exec rm -rf {} +
  find . -maxdepth 1 -name 'current.*' -type l -mmin +60 -delete
  exec 9>.kept.lock
  flock 9
  find kept -type f -links 1 -delete
  find kept -mindepth 1 -type d -empty -delete
) </dev/null >/dev/null 2>&1 &
`;
