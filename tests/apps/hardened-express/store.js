import pg from 'pg';

const pool = new pg.Pool();

export const findByEmail = async (email) => (await pool.query('select id, name, password_hash as "passwordHash" from users where email = $1', [email])).rows[0];
export const findById = async (id) => (await pool.query('select id, name from users where id = $1', [id])).rows[0];
export const notesOf = async (userId) => (await pool.query('select id, text from notes where user_id = $1', [userId])).rows;
export const addNote = async (userId, text) => (await pool.query('insert into notes (user_id, text) values ($1, $2) returning id, text', [userId, text])).rows[0];
export const saveFamily = async (userId) => (await pool.query('insert into families (user_id) values ($1) returning id', [userId])).rows[0].id;
export const takeFamily = async (id) => (await pool.query('delete from families where id = $1', [id])).rowCount === 1;
