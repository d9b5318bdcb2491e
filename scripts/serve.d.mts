export interface Serving {
  url: string;
  port: number;
  close(): Promise<void>;
}
export function serve(options: { folder: string; port?: number; tries?: number }): Promise<Serving>;
