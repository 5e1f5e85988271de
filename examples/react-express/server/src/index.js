import { createApp } from './app.js';
import { config } from './config.js';
import { createDb } from './db.js';

const db = await createDb(config.databaseFile);

createApp(db).listen(config.port, () => {
  console.log(`Tidepool API listening on http://localhost:${config.port}`);
});
