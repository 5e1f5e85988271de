/** @type {import('eslint-doc-generator').GenerateOptions} */
const config = {
  configEmoji: [
    ['recommended', '★'],
    ['browser', '🌐'],
    ['server', '🗄️'],
  ],
  // Nearly every rule is in these: the README says so in words.
  ignoreConfig: ['strict', 'profile-hipaa', 'profile-soc2'],
  pathRuleDoc: 'docs/rules/{name}.md',
  ruleDocTitleFormat: 'prefix-name',
  ruleDocSectionInclude: ['Rule details', 'When not to use it', 'Further reading'],
  ruleListColumns: ['name', 'description', 'configsError', 'hasSuggestions'],
};

export default config;
