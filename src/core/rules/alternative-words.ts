// Knows how to say what the other ports of a host showed, and which of them a profile is to be changed to.
// Words only; may not advise a port that was not seen to work.

import { tlsModeOfPort, type TlsMode, implicitPort, startTlsPort } from '../mail/protocol.ts';
import type { FixStep, Language } from './rule.ts';
import type { LookedAt, SessionParams } from './session-hit.ts';
import { editProfile } from './session-fix.ts';
import { labels, protocolWords } from './session-words.ts';

const modes: Record<LookedAt['tls'], string> = { implicit: 'TLS', starttls: 'STARTTLS' };

/** Of the certificate, as the end of a sentence in English and in brackets in Japanese. */
const reasons: Record<Language, Partial<Record<NonNullable<LookedAt['reason']>, string>>> = {
  en: {
    'certificate-expired': 'has expired',
    'certificate-not-yet-valid': 'is not valid yet',
    'certificate-other-host': 'is for another host',
    'certificate-self-signed': 'is self-signed',
  },
  ja: {
    'certificate-expired': '期限切れ',
    'certificate-not-yet-valid': '有効期間の前',
    'certificate-other-host': '別のホスト用',
    'certificate-self-signed': '自己署名',
  },
};

/** One sentence after the message: every port that was looked at. Empty where none was. */
export function alternativesSeen(p: SessionParams, language: Language): string {
  const { alternatives } = p;
  if (alternatives === undefined) return '';
  const [closed, silent] = (['refused', 'no-answer'] as const).map((outcome) =>
    alternatives.filter((one) => one.outcome === outcome).map(({ port }) => port),
  );
  const seen = [
    ...alternatives.flatMap((one) => alternativeText(one, p, language)),
    ...portsText(closed, language, { en: ['is closed', 'are closed'], ja: 'は閉じている' }),
    ...portsText(silent, language, { en: ['does not answer', 'do not answer'], ja: 'は応答なし' }),
  ];
  return language === 'en'
    ? ` Other ways to this host, tried without logging in: ${seen.join('; ')}.`
    : `同じホストのほかの接続方法(ログインせずに確認): ${seen.join('、')}。`;
}

/** The same where nothing came back from any port, the recorded one included. */
export function nothingSeen({ alternatives = [] }: SessionParams, language: Language): string {
  const ports = alternatives.map(({ port }) => port);
  return language === 'en'
    ? ` Nothing on this host answers from here: ${listed(ports)} ${ports.length === 1 ? 'was' : 'were'} tried as well.`
    : `${ports.join('、')} も試しましたが、ここからはこのホストのどのポートにもつながりません。`;
}

function portsText(
  ports: readonly number[] = [],
  language: Language,
  words: { en: readonly [one: string, several: string]; ja: string },
): string[] {
  if (ports.length === 0) return [];
  if (language === 'ja') return [`${ports.join('と')} ${words.ja}`];
  return [`${listed(ports)} ${words.en[ports.length === 1 ? 0 : 1]}`];
}

/** Nothing for ports of which there is nothing to say but that they are closed or silent. */
function alternativeText(one: LookedAt, { protocol }: SessionParams, language: Language): string[] {
  const { port, tls, outcome, reason, mechanisms = [] } = one;
  const name = protocolWords[protocol];
  const mode = modes[tls];
  if (language === 'en') {
    switch (outcome) {
      case 'works':
        return [
          `${port} with ${mode} works${mechanisms.length > 0 ? ` and offers ${mechanisms.join(', ')}` : protocol === 'smtp' ? ' and offers no login' : ''}`,
        ];
      case 'certificate':
        return [
          `${port} with ${mode} answers, but its certificate ${(reason && reasons.en[reason]) ?? 'cannot be trusted'}`,
        ];
      case 'refused':
      case 'no-answer':
        return [];
      case 'unusable':
        return [`${port} is open, but ${name} with ${mode} does not work there`];
    }
  }
  const place = `${port}(${mode})`;
  switch (outcome) {
    case 'works':
      return [
        `${place}は使える${mechanisms.length > 0 ? `(ログイン方法は ${mechanisms.join('・')})` : protocol === 'smtp' ? '(ログインはできない)' : ''}`,
      ];
    case 'certificate':
      return [`${place}は応答するが証明書に問題がある(${(reason && reasons.ja[reason]) ?? '信頼できない'})`];
    case 'refused':
    case 'no-answer':
      return [];
    case 'unusable':
      return [`${port} は開いているが、${mode}の${name}は使えない`];
  }
}

/** The profile's fields for what was seen to work. Undefined: nothing was looked at, or nothing there is to be advised. */
export function provenConnection(
  p: SessionParams,
  language: Language,
  only?: TlsMode,
): FixStep[] | undefined {
  const best = bestOf(p, only);
  if (best === undefined) return undefined;
  const { port, tls } = best;
  const label = labels[language][p.direction];
  const stays = port === p.port;
  const what =
    language === 'en'
      ? `${stays ? `leave "${label.port}" at ${port}, with "${label.ssl}" at Yes` : `set "${label.port}" to ${port} and "${label.ssl}" to Yes`} (${modes[tls]}; seen to work from here)`
      : `「${label.port}」を ${port}${stays ? ' のまま' : ''}、「${label.ssl}」を「はい」にする(${modes[tls]}。ここから使えることを確認済み)`;
  const keys = [
    `${p.direction}PortNumber: ${port}`,
    `${p.direction}UseSsl: true`,
    `${p.direction}Tls: ${tls}`,
  ];
  return editProfile(p, what, keys.join(language === 'en' ? ', ' : '、'), language);
}

/**
 * Not port 25, which is for mail between servers; not a port that offers SMTP no login; not one whose number says another
 * TLS mode, because the platform's form has no field for the mode and goes by the port. A password is what most profiles have.
 */
function bestOf({ alternatives = [], protocol }: SessionParams, only?: TlsMode): LookedAt | undefined {
  const advisable = alternatives.filter(
    ({ outcome, port, tls, mechanisms = [] }) =>
      outcome === 'works' &&
      (only === undefined || tls === only) &&
      !(protocol === 'smtp' && (port === 25 || mechanisms.length === 0)) &&
      (tlsModeOfPort(protocol, port) ?? tls) === tls,
  );
  return advisable.find(takesPasswords) ?? advisable[0];
}

/** POP3 and IMAP have a login of their own beside the mechanisms (RFC 1939 §7, RFC 9051 §6.2.3). */
function takesPasswords({ mechanisms = [] }: LookedAt): boolean {
  return mechanisms.length === 0 || mechanisms.some((name) => /^(?:PLAIN|LOGIN|CRAM-MD5)$/.test(name));
}

/**
 * Both usual ports for logins (but for the recorded one) were looked at, and neither leads to this protocol: it is rather the
 * host that is wrong. Undefined: that is not so.
 */
export function otherHost(p: SessionParams, language: Language): FixStep[] | undefined {
  const { alternatives = [], protocol } = p;
  const useless = (port: number): boolean =>
    alternatives.some(
      (one) => one.port === port && ['refused', 'no-answer', 'unusable'].includes(one.outcome),
    );
  const usual = [implicitPort[protocol], startTlsPort[protocol]].filter((port) => port !== p.port);
  if (!usual.every(useless)) return undefined;
  const name = protocolWords[protocol];
  const { location, port } = labels[language][p.direction];
  return language === 'en'
    ? editProfile(
        p,
        `${name} does not work on the usual ports of ${p.host} either (${usual.join(', ')}): compare "${location}" and "${port}" (now ${p.port}) with the provider's instructions`,
        `${p.direction}ServerLocation: (the host that the provider names), ${p.direction}PortNumber: (its port)`,
        language,
      )
    : editProfile(
        p,
        `${p.host} では一般的なポート(${usual.join('、')})でも${name}を使えないため、「${location}」と「${port}」(現在 ${p.port})をメール事業者の案内と照らし合わせる`,
        `${p.direction}ServerLocation: (事業者の案内するホスト)、${p.direction}PortNumber: (そのポート)`,
        language,
      );
}

/** The profile's fields for what was seen to work, else the guess; no guess at a port that was seen not to be of use. */
export function provenOrGuessed(
  p: SessionParams,
  guess: { port: number; steps: FixStep[] },
  language: Language,
  only?: TlsMode,
): FixStep[] {
  const seen = p.alternatives?.find(({ port }) => port === guess.port)?.outcome;
  return (
    provenConnection(p, language, only) ?? (seen === undefined || seen === 'certificate' ? guess.steps : [])
  );
}

/** Other ports were looked at, and no packet came back from any. */
export function isSilentHost({ alternatives }: SessionParams): boolean {
  return alternatives?.every(({ outcome }) => outcome === 'no-answer') ?? false;
}

/** Something came back from the host: what stands between here and the recorded port does not stop everything. */
export function isHostThere({ alternatives }: SessionParams): boolean {
  return alternatives?.some(({ outcome }) => outcome !== 'no-answer') ?? false;
}

/** 587, 465 and 25 */
function listed(ports: readonly number[]): string {
  return ports.length < 2 ? ports.join('') : `${ports.slice(0, -1).join(', ')} and ${ports.at(-1)}`;
}
