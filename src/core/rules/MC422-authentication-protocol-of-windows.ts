// MC422: a mail server of POP3, IMAP or SMTP is asked for a Windows sign-in.

import { adminCenter, productPages } from './admin-center.ts';
import { directionWords, isMailServer, nameOf, sidesOf } from './profile-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC422',
  subject: 'profile',
  stage: 'profile',
  severity: 'warning',
  check: (facts) =>
    isMailServer(facts)
      ? sidesOf(facts).flatMap(({ direction, side }) =>
          side.authenticationProtocol === 'negotiate' || side.authenticationProtocol === 'ntlm'
            ? [
                {
                  params: { profile: nameOf(facts), direction, protocol: side.authenticationProtocol },
                  where: facts.profile.where([`${direction}AuthenticationProtocol`]),
                },
              ]
            : [],
        )
      : [],
  en: {
    title: 'Negotiate and NTLM may be refused for this profile',
    why: 'Negotiate and NTLM sign in with accounts of Windows. The platform refuses them where they do not fit the server (0x8005E23B EmailServerProfileInvalidAuthenticationProtocol) or the organization (0x8005E23C EmailServerProfileADBasedAuthenticationProtocolNotAllowed), and few POP3, IMAP or SMTP servers offer them.',
    message: ({ profile, direction, protocol }) =>
      `The server profile "${profile}" asks for ${protocol === 'ntlm' ? 'NTLM' : 'Negotiate'} on the ${directionWords.en[direction]} connection, which may be refused.`,
    fix: ({ profile, direction }) => [
      adminCenter.en.inProfile(
        profile,
        `set the ${directionWords.en[direction]} "Authentication Protocol" to "Auto Detect" and save.`,
      ),
    ],
  },
  ja: {
    title: 'このプロファイルでは「ネゴシエート」と「NTLM」が拒否されることがあります',
    why: '「ネゴシエート」と「NTLM」はWindowsアカウントによる認証です。サーバーの種類(0x8005E23B EmailServerProfileInvalidAuthenticationProtocol)や組織(0x8005E23C EmailServerProfileADBasedAuthenticationProtocolNotAllowed)に合わない場合は拒否され、POP3、IMAP、SMTPのサーバーで使えることはまれです。',
    message: ({ profile, direction, protocol }) =>
      `サーバー プロファイル「${profile}」の${directionWords.ja[direction]}接続の認証プロトコルが「${protocol === 'ntlm' ? 'NTLM' : 'ネゴシエート'}」です。拒否されることがあります。`,
    fix: ({ profile, direction }) => [
      adminCenter.ja.inProfile(
        profile,
        `${directionWords.ja[direction]}の「認証プロトコル」を「自動検出」にして保存する。`,
      ),
    ],
  },
  sources: [productPages.errorCodes],
  examples: {
    bad: [
      { change: { profiles: { contoso: { incomingAuthenticationProtocol: 'ntlm' } } } },
      { change: { profiles: { contoso: { outgoingAuthenticationProtocol: 'negotiate' } } } },
    ],
    good: [
      { change: { profiles: { contoso: { incomingAuthenticationProtocol: 'auto-detect' } } } },
      {
        change: {
          profiles: { contoso: { serverType: 'exchange-server', incomingAuthenticationProtocol: 'ntlm' } },
        },
      },
    ],
  },
});
