/** An embedded engine that answers HTTP on the loopback interface. */
export type Engine = { url: string; close(): Promise<void> };
