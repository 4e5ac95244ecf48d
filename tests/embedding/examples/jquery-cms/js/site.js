/* The template's own script: slider, tabs, side menu. jQuery 1.12. */
$(function () {
  var slides = $('#slider li');
  var dots = $('#slider .dots');
  var at = 0;
  slides.each(function () {
    dots.append('<a href="#"></a>');
  });
  function show(next) {
    at = next % slides.length;
    slides.stop(true, true).fadeOut(400).eq(at).fadeIn(400);
    dots.children().removeClass('on').eq(at).addClass('on');
  }
  show(0);
  var timer = setInterval(function () {
    show(at + 1);
  }, 5000);
  dots.on('click', 'a', function () {
    clearInterval(timer);
    show($(this).index());
    return false;
  });

  $('#news .tabs a').mouseover(function () {
    $(this).addClass('on').siblings().removeClass('on');
    $('#news .list').hide().eq($(this).index()).show();
  });

  // An element is a tag like any other: written into the page it is there, emptied it is gone.
  var parts = {
    help: '<fl-help-form><p>妇女维权热线 <a href="tel:12338">12338</a></p></fl-help-form>',
    map: '<fl-service-map><p>县妇联值班 <a href="tel:000-5550123">000-555 0123</a></p></fl-service-map>',
  };
  $('#side').on('click', 'li a', function () {
    $('#side li a').removeClass('on');
    $(this).addClass('on');
    $('.crumb span').text($(this).text());
    $('#place').empty().html(parts[this.rel]);
    return false;
  });

  // Its events bubble like those of the browser.
  $('#content').on('fl-submitted', function () {
    $('.crumb span').text('已提交，请抄下回执');
  });

  // The barrier-free link above makes the elements larger, too.
  $('#top .r a:last').click(function () {
    var client = $('fl-client');
    client.prop('elder', !client.prop('elder'));
    return false;
  });
});
