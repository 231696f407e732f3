// MC121: the contact's emailaddress1 is no mail address, or one that few servers accept.

import type { AddressFault } from '../mail/address.ts';
import { readAddress } from '../mail/address.ts';
import { sources } from './path-names.ts';
import { defineRule } from './rule.ts';
import type { Hit } from './rule.ts';

type Oddity = AddressFault | 'international' | 'single-label';

export default defineRule({
  code: 'MC121',
  subject: 'path',
  stage: 'recipient',
  severity: 'error',
  check: ({ path }): Hit<{ address: string; oddity: Oddity }>[] => {
    const contact = path.contact.found;
    const address = contact?.fields.emailAddress1;
    if (contact === undefined || address === undefined || address === null) return [];
    const verdict = readAddress(address);
    const where = contact.where(['emailAddress1']);
    if (!verdict.valid) return [{ params: { address, oddity: verdict.fault }, where }];
    if (!verdict.international && !verdict.singleLabel) return [];
    const oddity = verdict.international ? 'international' : 'single-label';
    return [{ params: { address, oddity }, where, severity: 'warning' }];
  },
  en: {
    title: 'The address of the contact is not valid',
    why:
      'A mail address is local-part@domain (RFC 5321 §4.1.2). Dataverse refuses others when it sends (0x80044192, 0x80040b0b), ' +
      'and a mail server refuses them at RCPT TO. Letters beyond ASCII need SMTPUTF8 (RFC 6531) on every server on the way.',
    message: ({ address, oddity }) => `${JSON.stringify(address)}: ${oddities[oddity].en}.`,
    fix: () => [
      {
        who: 'system-administrator',
        do: 'Correct "Email" on the contact: one address, no name, no spaces, no semicolons. The contact has to confirm it afterwards.',
      },
    ],
  },
  ja: {
    title: '取引先担当者のアドレスが正しくありません',
    why:
      'メールアドレスは「ローカル部@ドメイン」の形です(RFC 5321 §4.1.2)。それ以外はDataverseの送信時(0x80044192、0x80040b0b)や、' +
      'メールサーバーのRCPT TOで拒否されます。ASCII以外の文字には、経路上のすべてのサーバーのSMTPUTF8対応(RFC 6531)が必要です。',
    message: ({ address, oddity }) => `${JSON.stringify(address)}: ${oddities[oddity].ja}。`,
    fix: () => [
      {
        who: 'system-administrator',
        do: '取引先担当者の「電子メール」を直す(アドレスは1つだけ。名前、空白、セミコロンは入れない)。その後、本人がアドレスを確認し直す。',
      },
    ],
  },
  sources: ['RFC 5321 §4.1.2', 'RFC 5321 §4.5.3.1', 'RFC 6531 §3.3', sources.errorCodes],
  examples: {
    bad: [
      {
        message: { kind: 'email-confirmation', to: 'taro' },
        change: { contacts: { taro: { emailAddress1: 'taro@example..com' } } },
      },
      {
        message: { kind: 'email-confirmation', to: 'taro' },
        change: { contacts: { taro: { emailAddress1: '太郎@example.com' } } },
      },
    ],
    good: [
      {
        message: { kind: 'email-confirmation', to: 'taro' },
        change: { contacts: { taro: { emailAddress1: "taro.o'neil+portal@mail.example.co.jp" } } },
      },
    ],
  },
});

const oddities: Record<Oddity, { en: string; ja: string }> = {
  'no-at': { en: 'there is no @', ja: '@がありません' },
  'local-part-empty': { en: 'nothing stands before the @', ja: '@の前に何もありません' },
  'local-part-too-long': {
    en: 'the part before the @ is longer than 64 octets',
    ja: '@の前が64オクテットを超えています',
  },
  'local-part-dots': {
    en: 'a dot begins or ends the part before the @, or two stand in a row',
    ja: '@の前の部分がドットで始まるか終わる、またはドットが連続しています',
  },
  'local-part-character': {
    en: 'a character before the @ is not allowed there',
    ja: '@の前に使えない文字があります',
  },
  'domain-empty': { en: 'nothing stands after the @', ja: '@の後に何もありません' },
  'domain-too-long': {
    en: 'the domain is longer than 255 octets',
    ja: 'ドメインが255オクテットを超えています',
  },
  'domain-label': {
    en: 'a part of the domain is empty, too long, or begins or ends with a hyphen',
    ja: 'ドメインの一部が空か長すぎる、またはハイフンで始まるか終わっています',
  },
  'domain-character': {
    en: 'a character in the domain is not allowed',
    ja: 'ドメインに使えない文字があります',
  },
  'too-long': { en: 'the address is longer than 254 octets', ja: 'アドレスが254オクテットを超えています' },
  international: {
    en: 'it has letters beyond ASCII, and servers on the way may refuse it',
    ja: 'ASCII以外の文字があり、途中のサーバーに拒否されることがあります',
  },
  'single-label': {
    en: 'the domain has no dot, so the internet may not be able to deliver to it',
    ja: 'ドメインにドットがなく、インターネット経由では届かない可能性があります',
  },
};
