namespace CleanIssuing.Application.Common.Errors;

/// <summary>What was not found.</summary>
public enum EntityKind
{
    Card,
    Purchase,
    Cardholder,
    Account,
    Event,
    BulkEdit,
    ControlChange,
    Person,
    PersonsRole,
    Session,
    Passkey,
}
