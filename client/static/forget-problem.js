// What was typed wrong is told once: whoever comes back to it later finds the form without it.
addEventListener('pageshow', (event) => {
  const [navigation] = performance.getEntriesByType('navigation');
  if (event.persisted || navigation?.type === 'back_forward') location.replace('/');
});
