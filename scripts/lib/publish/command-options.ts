import { parseArgs } from "node:util";
import { parseSiteAddress, type SiteAddress } from "./site-address.ts";

/** Options of `npm run publish`, all verbs together. */
export interface CommandOptions {
  readonly verb: Verb;
  /** Words after the verb: an address or folder for `verify` and `due`. */
  readonly words: readonly string[];
  readonly target: Target | null;
  /** Folder, `user@host:/folder`, or project name. */
  readonly to: string | null;
  readonly site: SiteAddress | null;
  readonly siteFolder: string;
  readonly cacheFolder: string;
  readonly keep: number;
  readonly release: string | null;
  readonly publicKey: string | null;
  readonly allowShrink: boolean;
  readonly preview: boolean;
  readonly full: boolean;
  readonly unsigned: boolean;
  /** Command to run where the site lies once it is live: `sudo systemctl reload nginx`. */
  readonly after: string | null;
  readonly ssh: readonly string[];
  readonly branch: string | null;
  /** `nginx`, `caddy` or `headers`. */
  readonly for: string | null;
  /** Address of the counter: `127.0.0.1:8787`. */
  readonly counter: string | null;
  readonly oldHosts: readonly string[];
  readonly certificate: string | null;
  readonly certificateKey: string | null;
}

export const VERBS = ["publish", "rollback", "list", "verify", "keygen", "config", "due"] as const;
export type Verb = (typeof VERBS)[number];
export const TARGETS = ["folder", "rsync", "pages"] as const;
export type Target = (typeof TARGETS)[number];

/** Thrown for a command line that makes no sense; `message` says which word and what would. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Parses the words after `npm run publish --`.
 * @param environment looked up for `BASE_URL` and `TRANG_TIN_PUBLIC_KEY`
 * @throws UsageError naming the word
 */
export function parseCommandLine(words: readonly string[], environment: NodeJS.ProcessEnv): CommandOptions {
  const { values, positionals } = parseWords(words);
  const [first, ...rest] = positionals;
  const verb = VERBS.find((name) => name === (first ?? "publish"));
  if (verb === undefined)
    throw new UsageError(`"${first}" is not a verb of publish. Verbs: ${VERBS.join(", ")}`);
  const target = TARGETS.find((name) => name === values.target) ?? null;
  if (values.target !== undefined && target === null) {
    throw new UsageError(`--target "${values.target}" is unknown. Targets: ${TARGETS.join(", ")}`);
  }
  const keep = Number(values.keep);
  if (!Number.isInteger(keep) || keep < 2)
    throw new UsageError(`--keep "${values.keep}": a whole number from 2`);
  const baseUrl = values["base-url"] ?? environment["BASE_URL"];
  return {
    verb,
    words: rest,
    target,
    to: values.to ?? null,
    site: baseUrl === undefined ? null : parseSiteAddress(baseUrl),
    siteFolder: values.site,
    cacheFolder: values.cache,
    keep,
    release: values.release ?? null,
    publicKey: values["public-key"] ?? environment["TRANG_TIN_PUBLIC_KEY"] ?? null,
    allowShrink: values["allow-shrink"],
    preview: values.preview,
    full: values.full,
    unsigned: values.unsigned,
    after: values.after ?? null,
    ssh: (values.ssh ?? "").split(" ").filter((word) => word !== ""),
    branch: values.branch ?? null,
    for: values.for ?? null,
    counter: values.counter ?? null,
    oldHosts: values["old-host"],
    certificate: values.certificate ?? null,
    certificateKey: values["certificate-key"] ?? null,
  };
}

function parseWords(words: readonly string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        target: text,
        to: text,
        "base-url": text,
        site: { ...text, default: "_site" },
        cache: { ...text, default: ".cache/publish" },
        keep: { ...text, default: "10" },
        release: text,
        "public-key": text,
        "allow-shrink": flag,
        preview: flag,
        full: flag,
        unsigned: flag,
        after: text,
        ssh: text,
        branch: text,
        for: text,
        counter: text,
        "old-host": { ...text, multiple: true, default: [] },
        certificate: text,
        "certificate-key": text,
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
