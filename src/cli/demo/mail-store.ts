// Knows the demo's mail: messages by address, in memory. Filled by its SMTP server, read by its POP3 and IMAP servers.

export type StoredMessage = { uid: number; raw: string };

export class MailStore {
  readonly #messages = new Map<string, StoredMessage[]>();
  readonly passwords: ReadonlyMap<string, string>;
  #nextUid = 1;

  constructor(passwords: ReadonlyMap<string, string>) {
    this.passwords = passwords;
  }

  accepts(user: string, password: string): boolean {
    return this.passwords.get(user.toLowerCase()) === password;
  }

  knows(address: string): boolean {
    return this.passwords.has(address.toLowerCase());
  }

  add(address: string, raw: string): StoredMessage {
    const message = { uid: this.#nextUid, raw };
    this.#nextUid += 1;
    this.#messages.set(address.toLowerCase(), [...this.list(address), message]);
    return message;
  }

  list(address: string): StoredMessage[] {
    return this.#messages.get(address.toLowerCase()) ?? [];
  }

  remove(address: string, uids: ReadonlySet<number>): void {
    this.#messages.set(
      address.toLowerCase(),
      this.list(address).filter((message) => !uids.has(message.uid)),
    );
  }
}
