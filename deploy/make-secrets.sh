#!/bin/sh
# Makes what compose.yml needs and nobody else may know, in deploy/secrets/: passwords, keys, the store's certificate.
# Run it once: it refuses to write over what is there, because files sealed under a lost key cannot be opened again.
#
#   sh deploy/make-secrets.sh servizi.comune.example sportello.comune.example
set -eu
umask 077
if [ $# -ne 2 ]; then
    echo "Uso: sh deploy/make-secrets.sh NOME-DEL-PORTALE NOME-DEL-SITO-DEGLI-UFFICI" >&2
    exit 2
fi
portal=$1 backoffice=$2
folder=$(dirname "$0")/secrets

if [ -e "$folder" ]; then
    echo "$folder esiste già: non lo tocco. Per ricominciare spostalo tu, e tienine una copia." >&2
    exit 1
fi
mkdir -p "$folder"
cd "$folder"
echo '*' > .gitignore

word() { openssl rand -hex 24; }
key() { openssl rand -base64 32; }

owner=$(word) application=$(word) backup=$(word) store_id=$(openssl rand -hex 10) store_secret=$(word)

cat > postgres.env <<EOF
POSTGRES_PASSWORD=$(word)
SPORTELLO_OWNER_PASSWORD=$owner
SPORTELLO_APP_PASSWORD=$application
SPORTELLO_BACKUP_PASSWORD=$backup
EOF
cat > store.env <<EOF
ROOT_ACCESS_KEY_ID=$store_id
ROOT_SECRET_ACCESS_KEY=$store_secret
EOF
cat > owner.env <<EOF
DATABASE_OWNER_URL=postgresql://sportello_owner:$owner@postgres/sportello
EOF
cat > sportello.env <<EOF
DATABASE_URL=postgresql://sportello_app:$application@postgres/sportello
SPORTELLO_PORTAL_URL=https://$portal
SPORTELLO_BACKOFFICE_URL=https://$backoffice
SPORTELLO_SECRET_KEY=$(key)
SPORTELLO_MASTER_KEYS={"$(date +%Y-%m)":"$(key)"}
SPORTELLO_METRICS_TOKEN=$(word)
SPORTELLO_FILE_STORE_URL=s3://sportello/files
AWS_ENDPOINT_URL=https://store:7070
AWS_REGION=eu-south-1
AWS_ACCESS_KEY_ID=$store_id
AWS_SECRET_ACCESS_KEY=$store_secret
SSL_CERT_FILE=/run/sportello/authorities.pem
EOF

# An authority of our own signs the store's certificate: the network between containers is encrypted too.
openssl req -x509 -newkey rsa:3072 -nodes -days 3650 -subj "/CN=Sportello Sociale, archivio" \
    -keyout authority.key -out authority.pem 2>/dev/null
openssl req -newkey rsa:3072 -nodes -subj "/CN=store" -keyout store.key -out store.csr 2>/dev/null
printf 'subjectAltName=DNS:store\nbasicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\n' > store.ext
openssl x509 -req -in store.csr -CA authority.pem -CAkey authority.key -CAcreateserial -days 825 \
    -extfile store.ext -out store.pem 2>/dev/null
rm -f store.csr store.ext authority.srl

# Our authority beside those of the system, which mail and the identity provider need.
cat /etc/ssl/certs/ca-certificates.crt authority.pem > authorities.pem

# Stands in for the real certificate of the two sites until you put yours here, with the same two names.
openssl req -x509 -newkey rsa:3072 -nodes -days 90 -subj "/CN=$portal" \
    -addext "subjectAltName=DNS:$portal,DNS:$backoffice" -keyout site.key -out site.pem 2>/dev/null

# The containers read these as users of their own; the folder itself stays closed to everybody else on this machine.
mkdir oidc
chmod 0755 oidc
chmod 0644 authorities.pem store.pem store.key site.pem
echo "Fatto. Copia subito $folder in un posto sicuro, lontano dai backup dei dati."
