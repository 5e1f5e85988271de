import 'server-only';
import pg from 'pg';

const pool = new pg.Pool();

export const findByEmail = async (email: string) => (await pool.query('select id, name, password_hash as "passwordHash" from users where email = $1', [email])).rows[0];
export const addNote = async (userId: string, text: string) => (await pool.query('insert into notes (user_id, text) values ($1, $2) returning id, text', [userId, text])).rows[0];
export const notesOf = async (userId: string) => (await pool.query('select id, text from notes where user_id = $1', [userId])).rows;
/** Counts a try; false where there were too many. */
export const mayTry = async (address: string) => (await pool.query('select count_try($1) as ok', [address])).rows[0].ok as boolean;
