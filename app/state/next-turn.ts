/** Lets the page answer keys and draw before the work goes on: one long piece becomes several tasks. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve); });
