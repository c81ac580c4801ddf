using CleanIssuing.Domain.People;

namespace CleanIssuing.WebUi.Hosting;

/// <summary>A sign-in that exists in sandbox mode only.</summary>
/// <param name="What">What there is to see.</param>
/// <param name="CardholderId">The cardholder; none for an admin or a viewer.</param>
public sealed record DemoPerson(
    string Email, string Name, string What, string AccountId, string? CardholderId, Role Role = Role.Cardholder);
