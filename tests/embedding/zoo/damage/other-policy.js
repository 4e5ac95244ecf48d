/* Another Lit is on the page, and has taken the name of its policy. */
window.litHtmlVersions = ['3.3.3'];
if (window.trustedTypes)
  window.trustedTypes.createPolicy('lit-html', {
    createHTML: function (words) {
      return words;
    },
  });
