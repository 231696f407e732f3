// MC424: the location is a host of Windows Live Mail or of Outlook.com, MSN and Hotmail.

import { adminCenter, productPages } from './admin-center.ts';
import {
  directionWords,
  hostOf,
  isConsumerOutlook,
  isMailServer,
  nameOf,
  placeOfLocation,
  sidesOf,
} from './profile-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC424',
  subject: 'profile',
  stage: 'profile',
  severity: 'error',
  check: (facts) =>
    isMailServer(facts)
      ? sidesOf(facts).flatMap(({ direction, side }) => {
          if (!isConsumerOutlook(side.host)) return [];
          const host = hostOf(side.host);
          return [
            {
              params: { profile: nameOf(facts), direction, host, retired: /(?:^|\.)live\.com$/.test(host) },
              where: placeOfLocation(facts, direction),
            },
          ];
        })
      : [],
  en: {
    title: 'Dataverse does not support this mail service',
    why: 'The mail server of a POP3/SMTP profile must be FIPS 140-2 compliant. MSN, Outlook.com and Windows Live Mail are not; pop3.live.com and smtp.live.com, which older instructions show, are hosts of a service that has ended.',
    message: ({ profile, direction, host, retired }) =>
      `The ${directionWords.en[direction]} location of "${profile}" is ${host}, ${retired ? 'a host of Windows Live Mail, which has ended' : 'which is not supported for server-side synchronization'}.`,
    fix: ({ profile, direction }) => [
      adminCenter.en.inProfile(
        profile,
        `write a ${directionWords.en[direction]} server of a supported service: your own mail server, Gmail (a profile with Gmail OAuth) or Exchange Online (its own profile). The mailboxes need an address there.`,
      ),
    ],
  },
  ja: {
    title: 'Dataverseでサポートされていないメール サービスです',
    why: 'POP3/SMTPプロファイルのメールサーバーはFIPS 140-2に準拠している必要があり、MSN、Outlook.com、Windows Liveメールは準拠していません。以前の手順に出てくるpop3.live.comとsmtp.live.comは、終了したサービスのホストです。',
    message: ({ profile, direction, host, retired }) =>
      `サーバー プロファイル「${profile}」の${directionWords.ja[direction]}サーバーの位置が ${host} です。${retired ? '終了したWindows Liveメールのホストです。' : 'サーバー側同期ではサポートされていません。'}`,
    fix: ({ profile, direction }) => [
      adminCenter.ja.inProfile(
        profile,
        `${directionWords.ja[direction]}サーバーを、サポートされているサービスにする(自社のメールサーバー、Gmail OAuthのプロファイル、Exchange Onlineのプロファイルなど)。メールボックスのアドレスもそのサービスのものにする。`,
      ),
    ],
  },
  sources: [
    'https://learn.microsoft.com/troubleshoot/power-platform/dataverse/email-exchange-synchronization/troubleshooting-monitoring-server-side-synchronization',
    productPages.passwordProfiles,
  ],
  examples: {
    bad: [
      { change: { profiles: { contoso: { incomingServerLocation: 'pop3.live.com' } } } },
      { change: { profiles: { contoso: { outgoingServerLocation: 'smtp.live.com' } } } },
      { change: { profiles: { contoso: { outgoingServerLocation: 'smtp-mail.outlook.com' } } } },
    ],
    good: [{}, { change: { profiles: { contoso: { outgoingServerLocation: 'smtp.live.example' } } } }],
  },
});
