var dojoConfig = { async: false, parseOnLoad: false, baseUrl: '/lib/dojo/' };
