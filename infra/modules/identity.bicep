param name string
param location string

// The one identity of the bot: it signs in to the Bot Framework and to Cosmos DB, so there is no secret to keep.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
}

output id string = identity.id
output clientId string = identity.properties.clientId
output principalId string = identity.properties.principalId
