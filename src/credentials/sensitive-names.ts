import { splitWords } from './words.ts';
import { whole } from './alternatives.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Words of what only the server, or only the person, should know. */
const SENSITIVE = words(`password passwd passphrase pwd passwordhash hashedpassword salt ssn cvv cvc mnemonic secret secretkey privatekey
  diagnosis diagnoses prescription prescriptions medication medications`);
/** The same in two words. */
const PAIRS =
  words(`password_hash hashed_password card_number credit_card debit_card social_security security_number private_key seed_phrase
  medical_record medical_records medical_history health_record health_data health_insurance insurance_number
  blood_type bank_account account_number iban_number passport_number
  tax_id secret_key api_key api_secret reset_token two_factor_secret totp_secret`);
/** Words that make it a statement about the thing: `passwordChangedAt`, `hasPassword`, `mustChangePassword`. */
const ABOUT =
  words(`changed at has is must should need needs version reset required expired expires last date count length id type masked strength
  policy updated set enabled temporary change last4 four token link url field label`);

/** Whether a name is that of something that does not belong into a token, which anybody can read. */
export function isSensitiveName(name: string): boolean {
  const parts = splitWords(name);
  const joined = parts.join('_');
  if ([...PAIRS].some((pair) => joined === pair || joined.endsWith(`_${pair}`)))
    return !parts.some((word) => /^(?:has|is|last4)$/.test(word));
  return parts.some((word) => SENSITIVE.has(word)) && !parts.some((word) => ABOUT.has(word));
}

/** What a password is that is not the one somebody types: kept in another form, asked for again, of a program. */
const NOT_AS_TYPED = whole(`
  hash hashed encrypted crypted encoded salted secure confirm confirmation confirmed repeat repeated retype again
  verify is has forgot reset generate generated random default db database redis smtp mail mongo pg postgres mysql
  admin
`);

/** Names of a password as somebody types it. */
export function isPasswordName(name: string): boolean {
  const parts = splitWords(name);
  return /^(?:password|passwd|pwd|pass)$/.test(parts.at(-1) ?? '') && parts.length <= 3 && !parts.some((word) => NOT_AS_TYPED.test(word));
}

/** Words for people who sign in, and for what an app keeps of them. */
const PEOPLE =
  words(`user account member customer client admin administrator employee person people profile student teacher patient doctor nurse
  staff owner author buyer seller vendor merchant driver rider passenger guest visitor subscriber player participant candidate applicant
  tenant agent manager operator moderator identity credential auth authentication login signup registration registered usr`);
/** Words for what a program signs in to with a password that it has to read back. */
const SERVICES =
  words(`email mail mailbox smtp imap pop3 pop inbox queue server host database db connection datasource integration provider proxy
  config configuration setting ftp sftp ssh router device camera wifi network monitor service channel webhook remote cluster broker mqtt`);

/** Whether a table or model is one of people, whose passwords only they need to know: by its name. */
export function isOfPeople(name: string): boolean {
  const parts = splitWords(name).map((word) => (PEOPLE.has(word) ? word : word.replace(/s$/, '')));
  return parts.some((word) => PEOPLE.has(word)) && !parts.some((word) => SERVICES.has(word));
}
