import { createServer } from 'node:http';
import { openDriver } from './storage.js';

/** What a page costs without a framework: node:http, the driver and the SQL. The environment says where the database is. */
const { HEADWATER_DATA_DIR = '', DATABASE_URL } = process.env;
const driver = await openDriver({ HEADWATER_DATA_DIR, ...(DATABASE_URL !== undefined && { DATABASE_URL }) });

interface Asked {
  readonly sql: string;
  readonly params: readonly (string | number)[];
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { sql, params } = JSON.parse(Buffer.concat(chunks).toString()) as Asked;
    void driver.select(sql, params).then((rows) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(rows));
    });
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : null);
});
process.once('disconnect', () => process.exit(0));
