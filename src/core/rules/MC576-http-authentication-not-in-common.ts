// MC576: the web service offers no way to log in that the profile uses (WWW-Authenticate, RFC 9110 §11.6.1).

import { sessionThat } from './session-example.ts';
import { exchangeHit, type ExchangeParams } from './exchange-hit.ts';
import { exchangePages } from './exchange-server-words.ts';
import { effectiveProfile } from '../records/profile-defaults.ts';
import { defineRule, type FixStep, type Language } from './rule.ts';
import { editProfile, lookAgain } from './session-fix.ts';
import { labels } from './session-words.ts';

type Params = ExchangeParams & { offered: string[]; chosen: string | undefined; byToken: boolean };

export default defineRule({
  code: 'MC576',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    exchangeHit(
      facts,
      'scheme-not-offered',
      'AuthenticationProtocol',
      (_, { mechanisms, direction, steps }) => {
        const side = facts.profile && effectiveProfile(facts.profile.fields)[direction];
        const byPassword =
          side?.credentialRetrieval === 'profile' || side?.credentialRetrieval === 'user-or-queue';
        return {
          offered: mechanisms?.slice(0, 12) ?? [],
          chosen: side?.authenticationProtocol,
          byToken: steps.some(({ step }) => step === 'token') || (side !== undefined && !byPassword),
        };
      },
    ),
  en: {
    title: 'Exchange does not offer this way to log in',
    why:
      'The profile says how to log in (Authentication Protocol), and the web server in front of Exchange does not offer that. The user name and ' +
      'password, or the token, never left this machine. Kerberos inside Negotiate is not possible from outside the domain; NTLM is.',
    message: (p) =>
      `${p.server} offers ${p.offered.length === 0 ? 'no login at all' : `only ${p.offered.join(', ')}`}; the profile logs in ${wayOf(p, 'en')}. No credential was sent.`,
    fix: (p) => [...stepsFor(p, 'en'), lookAgain(p, 'en')],
  },
  ja: {
    title: 'Exchangeがこの認証方式を提供していません',
    why:
      'プロファイルで指定した認証プロトコルを、Exchangeの前段のWebサーバーが提供していません。ユーザー名とパスワード、またはトークンは送っていません。' +
      'Negotiateの中のKerberosはドメインの外からは使えませんが、NTLMは使えます。',
    message: (p) =>
      `${p.server} は${p.offered.length === 0 ? 'ログインを提供していません' : ` ${p.offered.join('、')} しか提供していません`}。プロファイルの方法は${wayOf(p, 'ja')}です。資格情報は送っていません。`,
    fix: (p) => [...stepsFor(p, 'ja'), lookAgain(p, 'ja')],
  },
  sources: ['RFC 9110 §11.6.1', 'RFC 4559 §4', exchangePages.onPremises],
  examples: {
    bad: [
      {
        change: {
          profiles: {
            contoso: { serverType: 'exchange-server', incomingAuthenticationProtocol: 'ntlm' },
          },
        },
        session: rejectedWith(['Basic']),
      },
      { session: rejectedWith(['Bearer']) },
      { session: rejectedWith([]) },
      {
        session: sessionThat(
          { token: { outcome: 'ok' }, login: { outcome: 'rejected', reason: 'no-common-mechanism' } },
          { protocol: 'ews', mechanisms: ['Negotiate', 'NTLM'] },
        ),
      },
    ],
    good: [
      { session: sessionThat({ login: { outcome: 'ok' } }, { protocol: 'ews', mechanisms: ['NTLM'] }) },
      // Over IMAP it is MC519's.
      {
        session: sessionThat(
          { login: { outcome: 'rejected', reason: 'no-common-mechanism' } },
          { protocol: 'imap', mechanisms: ['XOAUTH2'] },
        ),
      },
    ],
  },
});

/** As the profile's form has them. */
const schemeLabels = new Map([
  ['ntlm', 'NTLM'],
  ['negotiate', 'Negotiate'],
  ['basic', 'Basic'],
]);

function wayOf({ chosen = '', byToken }: Params, language: Language): string {
  if (byToken) return language === 'en' ? 'with an access token (Bearer)' : 'アクセス トークン(Bearer)';
  const by = schemeLabels.get(chosen) ?? [...schemeLabels.values()].join(language === 'en' ? ', ' : '、');
  return language === 'en' ? `by ${by}` : ` ${by} `;
}

function stepsFor(p: Params, language: Language): FixStep[] {
  const english = language === 'en';
  const { authentication } = labels[language][p.direction];
  const offers = (name: string) => p.offered.some((one) => one.toLowerCase() === name);
  const other = (['ntlm', 'negotiate', 'basic'] as const).find(offers);
  if (!p.byToken && other !== undefined && other !== p.chosen) {
    const label = schemeLabels.get(other) ?? other;
    return editProfile(
      p,
      english ? `set "${authentication}" to ${label}` : `「${authentication}」を${label}にする`,
      `${p.direction}AuthenticationProtocol: ${other}`,
      language,
    );
  }
  if (!p.byToken && offers('bearer'))
    return [
      {
        who: 'system-administrator',
        do: english
          ? `Only access tokens are taken there. Exchange Online: give ${p.mailbox} the server profile "Microsoft Exchange Online". An Exchange Server with Hybrid Modern Authentication: a profile with "Authenticate Using" set to "Exchange Hybrid Modern Auth (HMA)".`
          : `アクセス トークンしか受け付けない。Exchange Onlineの場合: ${p.mailbox} のサーバー プロファイルを「Microsoft Exchange Online」にする。ハイブリッド先進認証のExchange Serverの場合: 「認証に使用」が「Exchange ハイブリッド先進認証 (HMA)」のプロファイルにする。`,
      },
    ];
  return [
    {
      who: 'mail-server-administrator',
      do: p.byToken
        ? english
          ? `In the Exchange Management Shell: Get-WebServicesVirtualDirectory | Format-List Identity, OAuthAuthentication has to say True (Set-WebServicesVirtualDirectory -OAuthAuthentication $true), and Hybrid Modern Authentication has to be set up (Get-AuthServer has an EvoSTS entry that is enabled).`
          : `Exchange 管理シェルで、Get-WebServicesVirtualDirectory | Format-List Identity, OAuthAuthentication がTrueになるようにし(Set-WebServicesVirtualDirectory -OAuthAuthentication $true)、ハイブリッド先進認証を構成する(Get-AuthServer に有効なEvoSTSがある)。`
        : english
          ? `In the Exchange Management Shell switch on NTLM or Basic for EWS: Get-WebServicesVirtualDirectory | Format-List Identity, *Authentication; Set-WebServicesVirtualDirectory "SERVER\\EWS (Default Web Site)" -WindowsAuthentication $true. A proxy in front of ${p.host} has to let the header WWW-Authenticate through.`
          : `Exchange 管理シェルで、EWSのNTLMかBasicを有効にする: Get-WebServicesVirtualDirectory | Format-List Identity, *Authentication で確認し、Set-WebServicesVirtualDirectory "サーバー名\\EWS (Default Web Site)" -WindowsAuthentication $true を実行する。${p.host} の前段のプロキシは、ヘッダー WWW-Authenticate を通す必要がある。`,
    },
  ];
}

function rejectedWith(mechanisms: string[]) {
  const reason = mechanisms.length === 0 ? 'authentication-not-offered' : 'no-common-mechanism';
  return sessionThat({ login: { outcome: 'rejected', reason } }, { protocol: 'ews', mechanisms });
}
