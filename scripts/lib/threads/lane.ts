import { Worker, type MessagePort, type WorkerOptions } from "node:worker_threads";

/** What a thread says to each message: its answer, or why it has none. */
type Reply<Answer> = { readonly answer: Answer } | { readonly failure: string };

/**
 * A thread that answers messages in their order, several of them sent ahead of its work. Its file calls `answerMessages`.
 * @example const lane = new Lane<Batch, Pages>(new URL("worker.ts", import.meta.url), "renders pages");
 * lane.send(batch, (pages) => keep(pages)); await lane.idle(); await lane.stop();
 */
export class Lane<Message, Answer> {
  readonly #worker: Worker;
  readonly #takers: ((answer: Answer) => void)[] = [];
  #failure: Error | null = null;
  #wake: () => void = () => undefined;

  /** @param work what the thread does, in the message where it ends early. */
  constructor(file: URL, work: string, options: WorkerOptions = {}) {
    this.#worker = new Worker(file, options);
    this.#worker.on("message", (reply: Reply<Answer>) => {
      if ("failure" in reply) this.#fail(new Error(reply.failure));
      else this.#takers.shift()?.(reply.answer);
      this.#wake();
    });
    this.#worker.on("error", (error) =>
      this.#fail(error instanceof Error ? error : new Error(String(error))),
    );
    this.#worker.on("exit", () => this.#fail(new Error(`A thread that ${work} ended early.`)));
  }

  /** Messages that are not answered yet. */
  get ahead(): number {
    return this.#takers.length;
  }

  /** @param take is given the answer, at a later turn of this thread. @throws {Error} where the thread has failed. */
  send(message: Message, take: (answer: Answer) => void): void {
    this.check();
    this.#takers.push(take);
    this.#worker.postMessage(message);
  }

  /** @throws {Error} where the thread has failed. */
  check(): void {
    if (this.#failure !== null) throw this.#failure;
  }

  /** Waits until all messages are answered. @throws {Error} where the thread has failed. */
  async idle(): Promise<void> {
    while (this.#takers.length > 0 && this.#failure === null)
      await new Promise<void>((resolve) => (this.#wake = resolve));
    this.check();
  }

  /** Ends the thread, whatever it does. */
  async stop(): Promise<void> {
    this.#worker.removeAllListeners("exit");
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#wake();
  }
}

/**
 * In the thread of a lane: answers each message; what `answerTo` throws fails the lane with its words.
 * @param port the thread's `parentPort`.
 * @param answerTo takes the lane's messages and gives its answers.
 */
export function answerMessages(port: MessagePort, answerTo: (message: never) => unknown): void {
  port.on("message", (message: unknown) => port.postMessage(replyTo(message)));

  function replyTo(message: unknown): Reply<unknown> {
    try {
      return { answer: answerTo(message as never) }; // The lane that started the thread sends what it takes.
    } catch (error) {
      return { failure: error instanceof Error ? error.message : String(error) };
    }
  }
}
