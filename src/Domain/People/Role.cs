namespace CleanIssuing.Domain.People;

/// <summary>What a person is in an account.</summary>
public enum Role
{
    /// <summary>Holds cards: sees their own, and nothing else.</summary>
    Cardholder,

    /// <summary>Runs the account's card program: sees every card of the account, and changes them.</summary>
    Admin,

    /// <summary>Looks after the account's card program: sees what an admin sees, but no card's number, and changes nothing.</summary>
    Viewer,
}
