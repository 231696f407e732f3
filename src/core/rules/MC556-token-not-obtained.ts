// MC556: no answer came from the token endpoint, or none that is a token or a refusal.

import type { StepResult } from '../mail/step.ts';
import { tokenThat } from './token-example.ts';
import { defineRule, type FixStep, type Language } from './rule.ts';
import { secondsOf } from './session-hit.ts';
import { lookAgain } from './session-fix.ts';
import { tokenHit, type TokenParams } from './token-hit.ts';

type Way =
  | { is: 'silent' | 'slow'; seconds: number }
  | { is: 'no-token'; received: string }
  | { is: 'network' | 'certificate'; error: string }
  | { is: 'closed' | 'clear-text' };

export default defineRule({
  code: 'MC556',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) => tokenHit(facts, 'token-not-obtained', 'tenant', (step) => ({ way: wayOf(step) })),
  en: {
    title: 'No usable answer came from the token endpoint',
    why:
      'An access token is asked for over HTTPS before the mail server is contacted. A page in HTML, silence or a foreign certificate ' +
      'mostly come from a proxy or a firewall between here and there. Nothing is known of the mailbox; the status in its record stays as it is.',
    message: (p) => `No access token came from ${p.endpoint} for ${p.mailbox}: ${ways.en(p.way)}`,
    fix: (p) => [...stepsOf(p, p.way, 'en'), lookAgain(p, 'en')],
  },
  ja: {
    title: 'トークンの発行元から使える応答がありません',
    why:
      'アクセス トークンは、メールサーバーに接続する前にHTTPSで受け取ります。HTMLのページ、無応答、見知らぬ証明書は、多くの場合、途中のプロキシやファイアウォールによるものです。' +
      'メールボックスについては何もわかっておらず、設定ファイルの状態も変わりません。',
    message: (p) =>
      `${p.endpoint} から ${p.mailbox} のアクセス トークンを受け取れませんでした。${ways.ja(p.way)}`,
    fix: (p) => [...stepsOf(p, p.way, 'ja'), lookAgain(p, 'ja')],
  },
  sources: [
    'RFC 6749 §3.2',
    'RFC 6749 §5.1',
    'derived: what is neither a token nor an error of OAuth says nothing',
  ],
  examples: {
    bad: [
      { session: tokenThat({ outcome: 'timed-out', afterMilliseconds: 15_000, receivedBytes: 0 }) },
      { session: tokenThat({ outcome: 'timed-out', afterMilliseconds: 15_000, receivedBytes: 12 }) },
      {
        session: tokenThat({
          outcome: 'malformed',
          received: 'HTTP 200 text/html <!DOCTYPE html><title>Sign in to the network</title>',
          looksLike: 'http',
        }),
      },
      { session: tokenThat({ outcome: 'failed', error: 'ENOTFOUND', message: 'getaddrinfo ENOTFOUND' }) },
      {
        session: tokenThat({
          outcome: 'failed',
          error: 'SELF_SIGNED_CERT_IN_CHAIN',
          message: 'self-signed certificate in certificate chain',
        }),
      },
      { session: tokenThat({ outcome: 'rejected', reason: 'clear-text-forbidden' }) },
    ],
    good: [{ session: tokenThat({ outcome: 'ok' }) }],
  },
});

function wayOf(step: StepResult): Way {
  switch (step.outcome) {
    case 'timed-out':
      return { is: step.receivedBytes === 0 ? 'silent' : 'slow', seconds: secondsOf(step) };
    case 'malformed':
      return { is: 'no-token', received: step.received.slice(0, 200) };
    case 'failed': {
      const { error } = step;
      return { is: /CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME/.test(error) ? 'certificate' : 'network', error };
    }
    case 'rejected':
      return { is: 'clear-text' };
    case 'ok':
    case 'refused':
    case 'closed':
    case 'not-tried':
      return { is: 'closed' };
  }
}

const ways: Record<Language, (way: Way) => string> = {
  en: (way) => {
    switch (way.is) {
      case 'silent':
        return `it said nothing for ${way.seconds} s.`;
      case 'slow':
        return `its answer was not complete after ${way.seconds} s.`;
      case 'no-token':
        return `what came is neither a token nor an error: "${way.received}".`;
      case 'network':
        return `it could not be reached (${way.error}).`;
      case 'certificate':
        return `its certificate could not be verified (${way.error}), so nothing was sent.`;
      case 'closed':
        return 'it closed the connection without an answer.';
      case 'clear-text':
        return 'its address begins with http:, and a secret is not sent unencrypted.';
    }
  },
  ja: (way) => {
    switch (way.is) {
      case 'silent':
        return `${way.seconds}秒間、何も応答しませんでした。`;
      case 'slow':
        return `${way.seconds}秒たっても応答が終わりませんでした。`;
      case 'no-token':
        return `返ってきたものは、トークンでもエラーでもありません:「${way.received}」`;
      case 'network':
        return `接続できません(${way.error})。`;
      case 'certificate':
        return `証明書を検証できないため(${way.error})、何も送っていません。`;
      case 'closed':
        return '応答せずに接続を切りました。';
      case 'clear-text':
        return 'アドレスが http: で始まっています。暗号化せずに秘密の値を送ることはしません。';
    }
  },
};

function stepsOf({ endpoint, authority }: TokenParams, way: Way, language: Language): FixStep[] {
  const en = language === 'en';
  const key = authority === 'google' ? 'endpoints.googleToken' : 'endpoints.microsoftAuthority';
  if (way.is === 'clear-text')
    return [
      {
        who: 'records-keeper',
        do: en
          ? `Write the address in the record of the environment with https: (${key}).`
          : `設定ファイルの環境で、アドレスを https: で始める(${key})。`,
      },
    ];
  const reach: FixStep = {
    who: 'network-administrator',
    do: en
      ? `Let this computer reach https://${endpoint} without a sign-in page or inspection in between; mailcheck uses no proxy. To try: curl -sv https://${endpoint}/`
      : `このコンピューターから https://${endpoint} に、サインイン画面や通信の検査をはさまずに接続できるようにする(このツールはプロキシを使わない)。確認: curl -sv https://${endpoint}/`,
  };
  if (way.is !== 'certificate') return [reach];
  return [
    {
      who: 'system-administrator',
      do: en
        ? 'If the company inspects its HTTPS on purpose, name its authority: --ca-file FILE (PEM).'
        : '会社がHTTPSを意図して検査している場合は、その認証局を --ca-file ファイル(PEM)で指定する。',
    },
    reach,
  ];
}
