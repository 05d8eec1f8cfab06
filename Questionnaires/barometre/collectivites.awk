# Makes collectivites.csv, the list the barometer searches, of official files:
#
#   awk -f collectivites.awk v_commune_2026.csv epcicom2025.csv complement.csv > collectivites.csv
#
# 1. INSEE's communes, as downloaded; 2. the DGCL's groupings and their members, saved as CSV;
# 3. if any, rows written by hand, in the columns of the result, which they replace or add to.
# Each file is known by its first row; commas or semicolons, in that order. What lacks a SIREN is
# left out, and told on standard error.

BEGIN {
  columns = "type_collectivite,code,siren,nom,code_departement,code_region," \
    "population_municipale,siren_epci"
  split("CC communaute_communes CA communaute_agglomeration CU communaute_urbaine " \
    "METRO metropole MET69 statut_particulier", words, " ")
  for (i = 1; i in words; i += 2) kinds[words[i]] = words[i + 1]
  print columns
}

{ sub(/\r$/, "") }

FNR == 1 {
  sub(/^\357\273\277/, "")
  mark = index($0, ";") ? ";" : ","
  delete place
  count = cut($0)
  for (i = 1; i <= count; i++) place[field[i]] = i
  population = ""
  for (name in place) if (name ~ /^pmun_/) population = name
  if ("TYPECOM" in place) file = "communes"
  else if ("siren_membre" in place) file = "groupings"
  else if ("type_collectivite" in place) file = "rows"
  else refuse("no TYPECOM, siren_membre or type_collectivite in its first row")
  next
}

{ cut($0) }

file == "communes" && at("TYPECOM") == "COM" {
  code = at("COM")
  if (!(code in label)) order[++known] = code
  label[code] = at("LIBELLE")
  department[code] = at("DEP")
  region[code] = regionOf[at("DEP")] = at("REG")
}

file == "groupings" {
  if (!known) refuse("INSEE's communes come first")
  siren = digits(at("siren"), 9)
  code = digits(at("insee"), 5)
  number[code] = digits(at("siren_membre"), 9)
  people[code] = digits(at(population), 1)
  grouping[code] = siren
  if (!(siren in title)) {
    groupings[++held] = siren
    title[siren] = at("raison_sociale")
    kind[siren] = kinds[at("nature_juridique")]
    seat[siren] = digits(at("dept"), 2)
    total[siren] = digits(at("total_pop_mun"), 1)
  }
}

file == "rows" && at("siren") != "" {
  siren = at("siren")
  added[++more] = siren
  isAdded[siren] = 1
  if (at("code") in label) number[at("code")] = siren
  split(columns, names, ",")
  text[siren] = quoted(at(names[1]))
  for (i = 2; i <= 8; i++) text[siren] = text[siren] "," quoted(at(names[i]))
}

END {
  if (refused) exit 1
  for (i = 1; i <= known; i++) {
    code = order[i]
    if (number[code] == "") {
      print "no SIREN for " code " " label[code] ": left out" > "/dev/stderr"
    } else {
      put(code == "75056" ? "statut_particulier" : "commune", code, number[code], label[code],
        department[code], region[code], people[code], grouping[code])
    }
  }
  for (i = 1; i <= held; i++) {
    siren = groupings[i]
    put(kind[siren], siren, siren, title[siren], seat[siren], regionOf[seat[siren]],
      total[siren], "")
  }
  for (i = 1; i <= more; i++) print text[added[i]]
}

function put(kind, code, siren, name, department, region, people, grouping) {
  if (siren in isAdded) return
  print kind "," code "," siren "," quoted(name) "," department "," region "," people "," grouping
}

function at(name) { return name in place ? field[place[name]] : "" }

# A number or code without spaces or decimals, zeros before it where a spreadsheet dropped them.
function digits(text, least) {
  gsub(/[ \t]|\302\240|\342\200\257/, "", text)
  sub(/[.,]0*$/, "", text)
  while (text != "" && length(text) < least) text = "0" text
  return text
}

function quoted(text) {
  if (text !~ /[",]/) return text
  gsub(/"/, "\"\"", text)
  return "\"" text "\""
}

# Cuts a row of CSV into field[1…], and says how many.
function cut(row, i, c, count, isInside, length_) {
  delete field
  count = 1
  field[1] = ""
  if (row !~ /"/) return split(row, field, mark)
  length_ = length(row)
  for (i = 1; i <= length_; i++) {
    c = substr(row, i, 1)
    if (c == "\"" && isInside && substr(row, i + 1, 1) == "\"") {
      field[count] = field[count] c
      i++
    } else if (c == "\"") isInside = !isInside
    else if (c == mark && !isInside) field[++count] = ""
    else field[count] = field[count] c
  }
  return count
}

function refuse(why) {
  print FILENAME ": " why > "/dev/stderr"
  refused = 1
  exit 1
}
