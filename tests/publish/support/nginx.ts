import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { request as httpsRequest } from "node:https";
import { connect } from "node:net";
import type { Cleanup } from "./workspace.ts";
import { setTimeout as sleep } from "node:timers/promises";
import { ensureDebianPackages } from "../../helpers/debian.ts";

export interface RunningServer {
  /** Reads the configuration again, as `systemctl reload` does. */
  reload(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Starts nginx in the foreground with a site's configuration; it ends with the test. */
export async function startNginx(
  after: Cleanup,
  folder: string,
  config: string,
  port: number,
): Promise<RunningServer> {
  ensureDebianPackages(["nginx", "libnginx-mod-http-brotli-static"]);
  mkdirSync(`${folder}/nginx`, { recursive: true });
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  const file = `${folder}/nginx/nginx.conf`;
  writeFileSync(`${folder}/nginx/site.conf`, config);
  writeFileSync(
    file,
    `load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
${process.getuid?.() === 0 ? "user root;" : ""}
daemon off; worker_processes 1; pid ${folder}/nginx/pid; error_log ${folder}/nginx/error.log warn;
events { worker_connections 512; }
http {
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${folder}/nginx/${name};`).join(" ")}
  include ${folder}/nginx/site.conf;
}
`,
  );
  const child = spawn("nginx", ["-c", file, "-e", `${folder}/nginx/error.log`], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  after.after(() => stop(child));
  await untilListening(child, port);
  return {
    async reload() {
      execFileSync("nginx", ["-c", file, "-e", `${folder}/nginx/error.log`, "-s", "reload"], {
        stdio: "pipe",
      });
      await sleep(300); // nginx says nothing when the new workers have taken over
    },
  };
}

/** Waits until something answers on a port of loopback. */
export async function untilListening(child: ChildProcess, port: number): Promise<void> {
  const errors: Buffer[] = [];
  child.stderr?.on("data", (chunk: Buffer) => errors.push(chunk));
  for (let turn = 0; turn < 200; turn += 1) {
    if (child.exitCode !== null) break;
    if (await accepts(port)) return;
    await sleep(50);
  }
  throw new Error(`the server did not start: ${Buffer.concat(errors).toString()}`);
}

/** Ends a process that a test started and waits for it. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const { promise, resolve } = Promise.withResolvers<undefined>();
  child.once("exit", () => resolve(undefined));
  child.kill("SIGTERM");
  await promise;
}

/** A server on loopback that has not answered by now never will. */
const PATIENCE_MS = 10_000;

/** One request with any host name, following nothing and decoding nothing. */
export async function ask(
  url: string,
  options: {
    readonly headers?: Readonly<Record<string, string>>;
    readonly method?: string;
    readonly body?: string;
  } = {},
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const send = url.startsWith("https:") ? httpsRequest : httpRequest;
  const { headers = {}, method = "GET", body = "" } = options;
  // The certificate is made for the test; its server is on loopback.
  const request = send(url, { method, headers, rejectUnauthorized: false, agent: false }, (response) => {
    const chunks: Buffer[] = [];
    response.on("data", (chunk: Buffer) => chunks.push(chunk));
    response.on("end", () =>
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
    );
    response.on("error", reject);
  });
  request.on("error", reject);
  request.setTimeout(PATIENCE_MS, () => request.destroy(new Error(`no answer in ${PATIENCE_MS} ms: ${url}`)));
  request.end(body);
  return promise;
}

/** Makes a self-signed certificate. */
export function makeCertificate(
  folder: string,
  host: string,
): { readonly certificate: string; readonly key: string } {
  const [certificate, key] = [`${folder}/certificate.pem`, `${folder}/key.pem`];
  const subject = [
    "-subj",
    `/CN=${host}`,
    "-addext",
    `subjectAltName=DNS:${host},DNS:localhost,IP:127.0.0.1`,
  ];
  const kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  const files = ["-keyout", key, "-out", certificate];
  execFileSync("openssl", ["req", "-x509", ...kind, ...files, ...subject], { stdio: "pipe" });
  return { certificate, key };
}

async function accepts(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect(port, "127.0.0.1");
  socket.once("connect", () => resolve(true));
  socket.once("error", () => resolve(false));
  const answer = await promise;
  socket.destroy();
  return answer;
}
