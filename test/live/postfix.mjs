// Knows Postfix 3.7's configuration for the tests: submission as a provider offers it, and the same with one
// thing missing on further ports. Nothing ever leaves the machine. May not start anything.

import { join } from 'node:path';

/** main.cf. DNS is off and every domain but example.com is bounced, so no test can send mail to the world. */
export function postfixMain({ folder, certificate }) {
  const inFolder = (name) => join(folder, 'postfix', name);
  return `
compatibility_level = 3.6
queue_directory = ${join(folder, 'queue')}
data_directory = ${join(folder, 'postfix-data')}
maillog_file = ${inFolder('postfix.log')}
maillog_file_prefixes = ${folder}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mail.example.com
myorigin = example.com
mydestination =
mynetworks =
local_recipient_maps =
alias_maps =
alias_database =
smtp_dns_support_level = disabled
smtpd_peername_lookup = no
default_transport = error:5.4.4 this test server delivers to example.com only
relay_transport = error:5.4.4 this test server delivers to example.com only
virtual_mailbox_domains = example.com
virtual_mailbox_maps = texthash:${inFolder('mailboxes')}
virtual_transport = lmtp:unix:${join(folder, 'dovecot', 'lmtp')}
notify_classes =
biff = no
smtpd_tls_security_level = encrypt
smtpd_tls_auth_only = yes
smtpd_tls_chain_files = ${certificate.chain}
smtpd_tls_loglevel = 0
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = ${join(folder, 'dovecot', 'auth-postfix')}
smtpd_sender_login_maps = texthash:${inFolder('owners')}
smtpd_sender_restrictions = reject_sender_login_mismatch
smtpd_recipient_restrictions = check_recipient_access texthash:${inFolder('recipients')}
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
# A wrong password is told at once, and nobody is counted: tests are not attackers.
smtpd_error_sleep_time = 0
smtpd_client_connection_count_limit = 0
smtpd_client_event_limit_exceptions = static:all
smtpd_soft_error_limit = 1000
smtpd_hard_error_limit = 1000
`;
}

/** master.cf: "_" and not a space inside an -o value; comma lists need no space. */
export function postfixMaster({ ports, faults, hosts }) {
  const smtpd = (host, port, ...overrides) =>
    [`${host}:${port} inet n - n - - smtpd`, ...overrides.map((override) => `  -o ${override}`)].join('\n');
  const submission = (host, ...overrides) => [
    smtpd(host, ports.submission, ...overrides),
    smtpd(host, ports.smtps, 'smtpd_tls_wrappermode=yes', ...overrides),
  ];
  const noTls = 'smtpd_tls_security_level=none';
  const noLogin = ['smtpd_sasl_auth_enable=no', 'smtpd_sender_restrictions='];
  return [
    ...submission('127.0.0.1'),
    ...submission(hosts.remote),
    ...faults.flatMap(({ host, certificate }) =>
      submission(host, `smtpd_tls_chain_files=${certificate.chain}`),
    ),
    smtpd('127.0.0.1', ports.smtpWithoutTlsAndLogin, noTls, ...noLogin),
    smtpd('127.0.0.1', ports.smtpWithoutLogin, ...noLogin),
    smtpd('127.0.0.1', ports.smtpWithoutTls, noTls, 'smtpd_tls_auth_only=no'),
    smtpd('127.0.0.1', ports.smtpSenderFirst, 'smtpd_delay_reject=no'),
    smtpd(
      '127.0.0.1',
      ports.smtpRewriting,
      'smtpd_sender_restrictions=',
      'cleanup_service_name=cleanup-rewriting',
    ),
    smtpd(
      '127.0.0.1',
      ports.smtpFewConnections,
      'smtpd_client_connection_count_limit=2',
      'smtpd_client_event_limit_exceptions=',
    ),
    // As a provider does that puts the login's own address into every message.
    'cleanup-rewriting unix n - n - 0 cleanup',
    '  -o sender_canonical_maps=static:admin@example.com',
    internalServices,
  ].join('\n');
}

const internalServices = `
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
proxywrite unix - - n - 1 proxymap
smtp unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`;

/** The look-up tables: who has a mailbox, who may send as whom (each as itself), whose mail is refused and how. */
export function postfixTables({ accounts, refusals }) {
  const addresses = accounts.map(({ address }) => address);
  return {
    mailboxes: addresses.map((address) => `${address} present\n`).join(''),
    owners: addresses.map((address) => `${address} ${address}\n`).join(''),
    recipients: Object.entries(refusals)
      .map(([address, reply]) => `${address} ${reply}\n`)
      .join(''),
  };
}
