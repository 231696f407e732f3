// Types of delay.mjs, which is plain JavaScript because the benchmarks run it on Node 20 as it is.

export type DelayOptions = {
  /** Port of the server behind the relay, and its address (default 127.0.0.1). */
  port: number;
  host?: string;
  /** One way; a round trip costs twice this. */
  milliseconds: number;
};

export type DelayRelay = {
  host: string;
  port: number;
  /** How many connections were made so far. */
  connections(): number;
  stop(): Promise<void>;
};

export function startDelay(options: DelayOptions): Promise<DelayRelay>;
