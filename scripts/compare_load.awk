# awk -f compare_load.awk THEIRS.jsonl OURS.jsonl: two result files of timload side by side, one line per figure, with the
# ratio ours/theirs and whether the goal is met. A scenario that stands in a file twice counts with its last result.

function value(line, key,    at, text) {
  at = index(line, "\"" key "\":")
  if (!at) return ""
  text = substr(line, at + length(key) + 3)
  if (substr(text, 1, 1) != "{") { match(text, /^[^,}]*/); return substr(text, 1, RLENGTH) }
  sub(/}.*/, "", text) # an object of counts, such as refusals by error code: their sum
  return total(text)
}
function total(text,    n, parts, i, sum) {
  n = split(text, parts, ":")
  for (i = 2; i <= n; i++) sum += parts[i] + 0
  return sum + 0
}
function shown(v) {
  if (v == "") return "-"
  v += 0
  return v >= 1000 || v == int(v) ? sprintf("%.0f", v) : sprintf("%.2f", v)
}
# kind: "atMost" or "atLeast" compare the ratio, "below" our figure itself
function row(label, scenario, key, kind, goal,    theirs, ours, ratio, met, words) {
  theirs = value(result[1, scenario], key); ours = value(result[2, scenario], key)
  if (theirs == "" && ours == "") return
  ratio = theirs + 0 != 0 && ours != "" ? ours / theirs : ""
  if (kind == "below") { words = "<= " goal; met = ours != "" && ours + 0 <= goal }
  else if (kind == "atMost") { words = sprintf("<= %.2f x", goal); met = ratio != "" && ratio <= goal }
  else { words = sprintf(">= %g x", goal); met = ratio != "" && ratio >= goal }
  printf "%-36s %11s %11s %7s  %-10s %s\n", label, shown(theirs), shown(ours), ratio == "" ? "-" : sprintf("%.2f", ratio), words, ours == "" ? "" : met ? "met" : "MISSED"
}

FNR == 1 { ++file }
match($0, /"scenario":"[^"]*"/) {
  name = substr($0, RSTART + 12, RLENGTH - 13)
  result[file, name] = $0
  if (value($0, "others_cpu_percent") > 15) noisy = noisy (noisy ? ", " : "") name (file == 1 ? " (theirs)" : " (ours)")
  if (value($0, "ok") != "true") failed = failed (failed ? ", " : "") name (file == 1 ? " (theirs)" : " (ours)")
}
END {
  printf "%-36s %11s %11s %7s  %-10s\n", "", "tim", "ours", "ratio", "goal"
  row("fan-out: CPU per delivery, us", "fanout/roster/depth1", "server_cpu_us_per_delivery", "atMost", 0.5)
  row("fan-out: deliveries/s", "fanout/roster/depth1", "deliveries_per_s", "atLeast", 1)
  row("fan-out: last of 1 000, p99 us", "fanout/roster/depth1", "last_delivery_p99_us", "atMost", 1)
  row("fan-out, 4 at once: CPU, us", "fanout/roster/depth4", "server_cpu_us_per_delivery", "atMost", 0.5)
  row("fan-out, 4 at once: reordered", "fanout/roster/depth4", "reordered", "below", 0)
  row("fan-out by list: CPU, us", "fanout/tolist/depth1", "server_cpu_us_per_delivery", "atMost", 0.5)
  row("ping: p50 us", "echo/ping", "rtt_p50_us", "atMost", 1)
  row("ping: p99 us", "echo/ping", "rtt_p99_us", "atMost", 1)
  row("one message: echo p50 us", "echo/message", "echo_p50_us", "atMost", 1)
  row("one message: echo p99 us", "echo/message", "echo_p99_us", "atMost", 1)
  row("messages: CPU per message, us", "messages", "server_cpu_us_per_message", "atMost", 0.1)
  row("messages: stored/s", "messages", "messages_per_s", "atLeast", 1)
  row("messages: refused", "messages", "refused", "below", 0)
  row("registrations/s", "login/register", "registrations_per_s", "atLeast", 1)
  row("sign-ins/s, password", "login/signin", "sign_ins_per_s", "atLeast", 6)
  row("storm: lag p99 us", "storm", "lag_p99_us", "below", 100000)
  row("storm: reordered", "storm", "reordered", "below", 0)
  row("storm: contacts wrong at the end", "storm", "stale_at_end", "below", 0)
  row("idle: bytes per connection", "idle", "rss_bytes_per_connection", "atMost", 1 / 3)
  if (failed) print "not ok: " failed
  if (noisy) print "others used more than 15 % of a core, repeat: " noisy
}
