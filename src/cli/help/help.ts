// Knows what a command's help consists of, and the examples, which are the same in every language. Data only.

export const commandNames = [
  'diagnose',
  'check',
  'test-mailbox',
  'approve',
  'login',
  'apply-defaults',
  'sender',
  'site-settings',
  'probe',
  'explain',
  'init',
  'demo',
] as const;
export type CommandName = (typeof commandNames)[number];

type CommandHelp = {
  /** One line in the list of commands. */
  summary: string;
  description: string;
  /** Words of its arguments and options, by their names (`to`, `dry-run`). */
  words: Readonly<Record<string, string>>;
  examples: readonly string[];
};

export type Help = {
  description: string;
  titles: Readonly<Record<string, string>>;
  /** Number and meaning. */
  exitCodes: readonly (readonly [string, string])[];
  global: Readonly<Record<'workspace' | 'lang' | 'color' | 'version' | 'help', string>>;
  examples: readonly string[];
  commands: Record<CommandName, CommandHelp>;
};

export const examples = {
  diagnose: [
    'mailcheck diagnose email-confirmation --to taro@example.com',
    'mailcheck diagnose two-factor-code --to jiro@example.com --depth login',
    'mailcheck diagnose --workflow "Order received" --to taro@example.com',
  ],
  check: ['mailcheck check', 'mailcheck check --fail-on warning --format json'],
  'test-mailbox': [
    'mailcheck test-mailbox admin@example.com --approve',
    'mailcheck test-mailbox --all --no-send',
    'mailcheck test-mailbox --profile "Contoso POP3-SMTP" --dry-run',
  ],
  approve: ['mailcheck approve admin@example.com', 'mailcheck approve a@example.com b@example.com --dry-run'],
  login: ['mailcheck login admin@example.com', 'mailcheck login admin@example.com --device-code'],
  'apply-defaults': [
    'mailcheck apply-defaults --all --dry-run',
    'mailcheck apply-defaults admin@example.com support@example.com',
  ],
  sender: [
    'mailcheck sender "Send Email Confirmation To Contact" --for taro@example.com',
    'mailcheck sender SendPasswordResetToContact',
  ],
  'site-settings': [
    'mailcheck site-settings',
    'mailcheck site-settings TwoFactorEnabled DefaultAccountLockoutTimeSpan',
    'mailcheck site-settings --site "Customer Portal" --all --format json',
  ],
  probe: [
    'mailcheck probe smtp://smtp.example.com:587',
    'mailcheck probe imaps://imap.example.com pop3s://pop.example.com',
    'mailcheck probe https://mail.example.com',
    'mailcheck probe smtps://smtp.example.com --user NAME --password-env PASS',
  ],
  explain: [
    'mailcheck explain',
    'mailcheck explain MC201',
    'mailcheck explain 0x8005E201',
    'mailcheck explain "535 5.7.8 Error: authentication failed"',
    'mailcheck explain --all > manual.md',
  ],
  init: ['mailcheck init', 'mailcheck init portal-records'],
  demo: ['mailcheck demo', 'mailcheck demo --keep playground'],
} satisfies Record<CommandName, string[]>;

export const start = [
  'mailcheck demo',
  'mailcheck init',
  'mailcheck check',
  'mailcheck diagnose email-confirmation --to taro@example.com',
];
