/* Another library on the page has taken the name of Lit's policy. */
if (window.trustedTypes)
  window.trustedTypes.createPolicy('lit-html', {
    createHTML: function (words) {
      return words;
    },
  });
