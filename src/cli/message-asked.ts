// Knows how the question of `diagnose` is understood: which message, to whom. What cannot be understood is refused
// with the next thing to type.

import { messageKinds, type Message, type MessageKind } from '../core/delivery/message.ts';
import { nearest } from '../core/records/suggest.ts';
import type { Language } from '../core/rules/rule.ts';
import { Unusable } from './exit.ts';
import type { Context } from './context.ts';
import { safe } from './safe.ts';
import { momentAsked } from './since.ts';

type Words = {
  which(kinds: string): string;
  both(kind: string): string;
  noMessage(kind: string, kinds: string, meant: string | undefined): string;
  noContact(kind: string): string;
  notALink(link: string): string;
  linkOfGuests: string;
  evidenceOfGuests(option: string): string;
};

const words: Record<Language, Words> = {
  en: {
    which: (kinds) =>
      `Which message? One of ${kinds}: mailcheck diagnose email-confirmation --to ADDRESS. Another process: mailcheck diagnose --workflow NAME`,
    both: (kind) =>
      `Either a message or --workflow, not both: mailcheck diagnose ${kind} --to ADDRESS, or mailcheck diagnose --workflow NAME`,
    noMessage: (kind, kinds, meant) =>
      `There is no message "${kind}"${meant === undefined ? '' : `; did you mean ${meant}?`}${meant === undefined ? '; it' : ' It'} is one of ${kinds}. Another process: mailcheck diagnose --workflow NAME`,
    noContact: (kind) =>
      `Who waits for it? Name the ${kind === 'guest-passcode' ? 'guest' : 'contact'}: mailcheck diagnose ${kind} --to ADDRESS`,
    notALink: (link) =>
      `--link cannot be "${link}". Paste the whole address the guest opens, like https://myapps.microsoft.com/?tenantid=TENANT-ID`,
    linkOfGuests: '--link is for guests only: mailcheck diagnose guest-passcode --to ADDRESS --link URL',
    evidenceOfGuests: (option) =>
      `${option} does not go with guest-passcode: Microsoft Entra sends passcodes by itself, so there is no mail server whose answers could be kept or read. Leave it out.`,
  },
  ja: {
    which: (kinds) =>
      `どのメールですか。${kinds} のいずれかを指定してください: mailcheck diagnose email-confirmation --to アドレス。そのほかのプロセスは mailcheck diagnose --workflow 名前`,
    both: (kind) =>
      `メールの種類と --workflow は同時に指定できません。mailcheck diagnose ${kind} --to アドレス か mailcheck diagnose --workflow 名前 のどちらかにしてください。`,
    noMessage: (kind, kinds, meant) =>
      `「${kind}」というメールはありません。${meant === undefined ? '' : `${meant} のことですか。`}指定できるのは ${kinds} です。そのほかのプロセスは mailcheck diagnose --workflow 名前`,
    noContact: (kind) =>
      `誰が待っているメールですか。${kind === 'guest-passcode' ? 'ゲスト' : '取引先担当者'}を指定してください: mailcheck diagnose ${kind} --to アドレス`,
    notALink: (link) =>
      `--link に「${link}」は使えません。ゲストが開くアドレス全体を貼り付けてください。例: https://myapps.microsoft.com/?tenantid=テナントID`,
    linkOfGuests: '--link はゲスト専用です: mailcheck diagnose guest-passcode --to アドレス --link URL',
    evidenceOfGuests: (option) =>
      `guest-passcode に ${option} は使えません。パスコードはMicrosoft Entra自身が送るため、応答を保存したり読み込んだりするメールサーバーがありません。${option} を外してください。`,
  },
};

type Asked = {
  message?: string | undefined;
  workflow?: string;
  to?: string;
  since?: string;
  link?: string;
};

export function messageAsked(
  { message, workflow, to, since, link }: Asked,
  { language, now }: Pick<Context, 'language' | 'now'>,
): Message {
  const said = words[language];
  const kinds = messageKinds.filter((kind) => kind !== 'workflow');
  const list = kinds.join(language === 'ja' ? '、' : ', ');
  const kind: MessageKind | undefined = kinds.find((known) => known === message);
  const asked = {
    ...(to === undefined ? {} : { to }),
    ...(since === undefined ? {} : { since: momentAsked(since, now(), language) }),
  };
  if (link !== undefined && message !== 'guest-passcode') throw new Unusable(said.linkOfGuests);
  if (workflow !== undefined) {
    if (message !== undefined) throw new Unusable(said.both(kind ?? 'email-confirmation'));
    return { kind: 'workflow', process: workflow, ...asked };
  }
  if (message === undefined) throw new Unusable(said.which(list));
  if (kind === undefined)
    throw new Unusable(said.noMessage(safe(message, 60), list, nearest(message, kinds)));
  if (to === undefined) throw new Unusable(said.noContact(kind));
  if (link === undefined) return { kind, ...asked };
  if (!isWebAddress(link)) throw new Unusable(said.notALink(safe(link, 100)));
  return { kind, ...asked, link };
}

/** Said rather than passed over: whoever names a file expects it to be read, or to be there afterwards. */
export function refuseEvidenceOfGuests(
  kind: MessageKind,
  given: { evidence?: string; saveEvidence?: string },
  language: Language,
): void {
  if (kind !== 'guest-passcode') return;
  const options = { '--evidence': given.evidence, '--save-evidence': given.saveEvidence };
  const option = Object.entries(options).find(([, file]) => file !== undefined)?.[0];
  if (option !== undefined) throw new Unusable(words[language].evidenceOfGuests(option));
}

function isWebAddress(link: string): boolean {
  return /^https?:\/\/[^/\s]/i.test(link) && URL.canParse(link);
}
