/** @type {import('eslint-doc-generator').GenerateOptions} */
const config = {
  configEmoji: [
    ['recommended', '★'],
    ['browser', '🌐'],
    ['server', '🗄️'],
  ],
  ignoreConfig: ['strict'],
  pathRuleDoc: 'docs/rules/{name}.md',
  ruleDocTitleFormat: 'prefix-name',
  ruleDocSectionInclude: ['Rule details', 'When not to use it', 'Further reading'],
  ruleListColumns: ['name', 'description', 'configsError', 'hasSuggestions'],
};

export default config;
