(function () {
  var form = document.querySelector('form.filter');
  if (!form) return;
  var rows = Array.prototype.slice.call(document.querySelectorAll('.group tbody tr'));
  var texts = rows.map(function (row) { return row.textContent.toLowerCase().normalize('NFC'); });
  var groups = Array.prototype.slice.call(document.querySelectorAll('.group'));
  var selects = Array.prototype.slice.call(form.querySelectorAll('select'));
  var status = form.querySelector('[role=status]');
  form.hidden = false;
  function apply() {
    var words = form.words.value.toLowerCase().normalize('NFC').trim(), shown = 0;
    rows.forEach(function (row, index) {
      var fits = texts[index].indexOf(words) >= 0 && selects.every(function (select) {
        return !select.value || row.getAttribute('data-' + select.name) === select.value;
      });
      row.hidden = !fits;
      if (fits) shown += 1;
    });
    groups.forEach(function (group) { group.hidden = !group.querySelector('tbody tr:not([hidden])'); });
    status.textContent = 'Hiện ' + shown + ' trên ' + rows.length + ' ' + form.dataset.counted + '.';
  }
  form.addEventListener('input', apply);
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  apply();
})();
