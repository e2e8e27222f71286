/** Where a long piece of work says how far it is; what shows it is the command line's business. */
export interface Progress {
  start: (label: string, total: number) => void;
  advance: (by: number) => void;
  done: () => void;
}

const nothing = (): void => undefined;

export const silent: Progress = { start: nothing, advance: nothing, done: nothing };
