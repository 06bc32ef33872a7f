'use strict';

SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
  defaultModelsExpandDepth: 0,
  defaultModelExpandDepth: 3,
  // Examples made up from patterns tell less than the fields and their limits.
  defaultModelRendering: 'model',
  displayRequestDuration: true,
  showExtensions: false,
  // Nothing is asked of other hosts.
  validatorUrl: null,
});
