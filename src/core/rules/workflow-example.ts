// Knows a workflow that an event starts for contacts and that works, for the examples of rules. Data only.

export const welcome: Record<string, unknown> = {
  name: 'Welcome Mail',
  category: 'workflow',
  mode: 'background',
  state: 'activated',
  primaryEntity: 'contact',
  owner: 'admin-user',
  sendEmailSteps: [{ from: { queue: 'support-queue' } }],
};
