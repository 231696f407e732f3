// MC121: the contact's emailaddress1 is no mail address, or one that few servers accept.

import type { AddressFault } from '../mail/address.ts';
import { readAddress } from '../mail/address.ts';
import { fullWidthIn, halfWidth, withAsciiDomain } from '../mail/ascii-address.ts';
import { sources } from './path-names.ts';
import { defineRule } from './rule.ts';
import type { Hit } from './rule.ts';

type Oddity = AddressFault | 'full-width' | 'international-domain' | 'international' | 'single-label';
/** `characters`: those that are odd. `better`: how to write the address. */
type Params = { address: string; oddity: Oddity; characters: string; better: string | undefined };

export default defineRule({
  code: 'MC121',
  subject: 'path',
  stage: 'recipient',
  severity: 'error',
  check: ({ path }): Hit<Params>[] => {
    const contact = path.contact.found;
    const address = contact?.fields.emailAddress1;
    if (contact === undefined || address === undefined || address === null) return [];
    const verdict = readAddress(address);
    const where = contact.where(['emailAddress1']);
    const odd = howItIsTyped(address);
    if (!verdict.valid)
      return [{ params: { address, ...(odd ?? { ...plain, oddity: verdict.fault }) }, where }];
    if (!verdict.international && !verdict.singleLabel) return [];
    const oddity = verdict.international ? 'international' : 'single-label';
    return [{ params: { address, ...(odd ?? { ...plain, oddity }) }, where, severity: 'warning' }];
  },
  en: {
    title: 'The address of the contact is not valid',
    why:
      'A mail address is local-part@domain (RFC 5321 §4.1.2). Dataverse refuses others when it sends (0x80044192, 0x80040b0b), ' +
      'and a mail server refuses them at RCPT TO. Letters beyond ASCII need SMTPUTF8 (RFC 6531) on every server on the way.',
    message: ({ address, oddity, characters }) =>
      `${JSON.stringify(address)}: ${oddities[oddity].en}${characters === '' ? '' : ` (${characters})`}.`,
    fix: ({ oddity, better }) => [
      {
        who: 'system-administrator',
        do: `Correct "Email" on the contact: ${
          oddity === 'international'
            ? 'ask for an address without letters beyond ASCII'
            : better === undefined
              ? 'one address, no name, no spaces, no semicolons'
              : oddity === 'full-width'
                ? `type it with half-width characters, ${better}`
                : `write the domain in its ASCII form, ${better}`
        }. The contact has to confirm it afterwards.`,
      },
    ],
  },
  ja: {
    title: '取引先担当者のアドレスが正しくありません',
    why:
      'メールアドレスは「ローカル部@ドメイン」の形です(RFC 5321 §4.1.2)。それ以外はDataverseの送信時(0x80044192、0x80040b0b)や、' +
      'メールサーバーのRCPT TOで拒否されます。ASCII以外の文字には、経路上のすべてのサーバーのSMTPUTF8対応(RFC 6531)が必要です。',
    message: ({ address, oddity, characters }) =>
      `${JSON.stringify(address)}: ${oddities[oddity].ja}${characters === '' ? '' : `(${characters})`}。`,
    fix: ({ oddity, better }) => [
      {
        who: 'system-administrator',
        do: `取引先担当者の「電子メール」を直す(${
          oddity === 'international'
            ? 'ASCII以外の文字を含まないアドレスを本人に確かめる'
            : better === undefined
              ? 'アドレスは1つだけ。名前、空白、セミコロンは入れない'
              : oddity === 'full-width'
                ? `半角で入力する: ${better}`
                : `ドメインをASCII形式で入力する: ${better}`
        })。その後、本人がアドレスを確認し直す。`,
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
      {
        message: { kind: 'email-confirmation', to: 'taro' },
        change: { contacts: { taro: { emailAddress1: 'taro＠example.com' } } },
      },
      {
        message: { kind: 'email-confirmation', to: 'taro' },
        change: { contacts: { taro: { emailAddress1: 'taro@例え.jp' } } },
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

const plain = { characters: '', better: undefined };

/** Characters of the wrong width, or a domain in letters of its own language: typed otherwise, the address is one. */
function howItIsTyped(address: string): Omit<Params, 'address'> | undefined {
  const characters = fullWidthIn(address);
  const better = withAsciiDomain(halfWidth(address));
  if (better === undefined) return undefined;
  const verdict = readAddress(better);
  if (!verdict.valid || verdict.international) return undefined;
  if (characters !== '') return { oddity: 'full-width', characters, better };
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return better === address ? undefined : { oddity: 'international-domain', characters: domain, better };
}

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
  'full-width': { en: 'it has full-width characters', ja: '全角文字があります' },
  'international-domain': {
    en: 'the domain has letters beyond ASCII, and servers on the way may refuse it',
    ja: 'ドメインにASCII以外の文字があり、途中のサーバーに拒否されることがあります',
  },
  international: {
    en: 'it has letters beyond ASCII, and servers on the way may refuse it',
    ja: 'ASCII以外の文字があり、途中のサーバーに拒否されることがあります',
  },
  'single-label': {
    en: 'the domain has no dot, so the internet may not be able to deliver to it',
    ja: 'ドメインにドットがなく、インターネット経由では届かない可能性があります',
  },
};
